import { type BirthAgreement, birthAgreement } from './birth-agreement';
import { compareNames, hasOtherPart, type NameComparison, samePart } from './compare-names';
import { documentKeyOf } from './document-number';
import { namePartsOf } from './name-parts';
import { normaliseName } from './normalise-name';
import { fullNameOf, type IdentifiedPerson, type NameSpelling } from './person';
import { soundsOf } from './sounds';

/** Why a candidate stands where it stands; `match.reason.<code>` is its text. */
export const matchReasonCodes = [
  'document-same',
  'name-same',
  'name-same-sound',
  'name-similar',
  'name-alias',
  'name-parts',
  'name-order',
  'name-part-differs',
  'birth-same',
  'birth-agrees',
  'birth-close',
  'birth-conflicts',
  'birth-unknown',
] as const;

export interface MatchReason {
  readonly code: (typeof matchReasonCodes)[number];
  readonly params: Readonly<Record<string, string | number>>;
}

/** How likely two records are of one person: 0 to 1, for ranking, no probability. */
export interface Match {
  readonly score: number;
  readonly strength: 'strong' | 'possible' | 'weak';
  readonly reasons: readonly MatchReason[];
}

/** From here on a candidate is offered to a person, and from there on it is likely. Set by measurement (bench/names/quality). */
const possibleFrom = 0.5;
const strongFrom = 0.7;

const nameWeight = 0.8;
const birthWeight: Readonly<Record<BirthAgreement, number>> = {
  same: 0.2,
  agrees: 0.12,
  close: 0.04,
  unknown: 0.02,
  conflicts: -0.2,
};
/** The same document is the same person but for a slip in its number, whatever the names say. */
const sameDocumentFloor = 0.85;

/** A person made ready for many comparisons. */
export interface PreparedPerson {
  readonly names: readonly {
    readonly alias: boolean;
    readonly written: string;
    readonly sounds: readonly string[];
  }[];
  readonly birth: string | null;
  readonly documents: ReadonlySet<string>;
}

/** What `matchPersons` compares, worked out once. */
export function preparePerson({ names, birth, documents }: IdentifiedPerson): PreparedPerson {
  return {
    names: names.map(preparedName).filter(({ sounds }) => sounds.length > 0),
    birth,
    documents: new Set(documents.map(documentKeyOf).filter(Boolean)),
  };
}

function preparedName(name: NameSpelling): PreparedPerson['names'][number] {
  const parts = namePartsOf(fullNameOf(name));
  return { alias: name.alias, written: normaliseName(fullNameOf(name)), sounds: parts.map(soundsOf) };
}

/** Compares two persons by their best pair of spellings, their birth dates and their documents. Symmetric. */
export function matchPersons(one: PreparedPerson, other: PreparedPerson): Match {
  const name = bestNames(one, other);
  const birth = birthAgreement(one.birth, other.birth);
  const sameDocument = [...one.documents].some((document) => other.documents.has(document));
  const byName = name.comparison.score * nameWeight + birthWeight[birth];
  const score = clamp(sameDocument ? Math.max(sameDocumentFloor, byName) : byName);
  return {
    score,
    strength: score >= strongFrom ? 'strong' : score >= possibleFrom ? 'possible' : 'weak',
    reasons: [
      ...(sameDocument ? [reason('document-same')] : []),
      ...nameReasons(name),
      reason(`birth-${birth}` as const),
    ],
  };
}

interface NamePair {
  readonly comparison: NameComparison;
  readonly alias: boolean;
  readonly sameLetters: boolean;
}

const noNames: NamePair = {
  comparison: { score: 0, shared: 0, parts: 0, least: 0, reordered: false },
  alias: false,
  sameLetters: false,
};

/** The pair of spellings that agrees best; of equal ones that with the same letters, and rather no alias. */
function bestNames(one: PreparedPerson, other: PreparedPerson): NamePair {
  const pairs = one.names.flatMap((name) =>
    other.names.map((against) => ({
      comparison: compareNames(name.sounds, against.sounds),
      alias: name.alias || against.alias,
      sameLetters: name.written === against.written,
    })),
  );
  const rank = ({ comparison, sameLetters, alias }: NamePair) =>
    comparison.score + (sameLetters ? 2e-6 : 0) - (alias ? 1e-6 : 0);
  return pairs.reduce((best, pair) => (rank(pair) > rank(best) ? pair : best), noNames);
}

function nameReasons({ comparison, alias, sameLetters }: NamePair): MatchReason[] {
  const { score, shared, parts, least, reordered } = comparison;
  const reasons = [
    sameLetters
      ? reason('name-same')
      : least >= samePart
        ? reason('name-same-sound')
        : reason('name-similar', { percent: Math.round(score * 100) }),
  ];
  if (alias) reasons.push(reason('name-alias'));
  if (shared < parts) reasons.push(reason('name-parts', { shared, parts }));
  if (reordered) reasons.push(reason('name-order'));
  if (hasOtherPart(comparison)) reasons.push(reason('name-part-differs'));
  return reasons;
}

function reason(code: MatchReason['code'], params: MatchReason['params'] = {}): MatchReason {
  return { code, params };
}

function clamp(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 1_000) / 1_000;
}

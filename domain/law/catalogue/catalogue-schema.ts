import { z } from 'zod';
import { assertNever } from '../../assert-never';
import { calendarCodes } from '../../calendar/calendar';
import { isoDate, line, prose } from '../../input';
import type { RuleRecord } from '../rule-record';
import { documentItems, duties, effects, procedures, refusalGrounds, triggers } from './codes';

const state = z.string().regex(/^[A-Z]{2}$/, 'two capital letters of ISO 3166-1');
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a code in lower case, e.g. provisional-arrest');

const verification = {
  verified: z.boolean(),
  verifiedBy: line.nullable(),
  verifiedOn: isoDate.nullable(),
};

/** What a file may say once for all its records, which may say otherwise. */
const defaults = {
  ...verification,
  effectiveFrom: isoDate.nullable(),
  effectiveTo: isoDate.nullable(),
};

const basis = z.enum(['text-read', 'general-knowledge', 'to-be-checked']);
const provenance = { source: line, basis, ...defaults };

/** What is to be known of the record beside its codes. */
const note = prose.nullable().default(null);

const period = z.strictObject({
  amount: z.int().positive(),
  unit: z.enum(['hour', 'day', 'working-day', 'week', 'month', 'year']),
});

/** From when to when something binds a state, and where that is known from. */
const binding = {
  state,
  /** Null: it binds, but the date is not recorded. */
  since: isoDate.nullable(),
  /** First day on which it does not bind any more. */
  until: isoDate.nullable(),
  source: line,
  basis,
  ...verification,
};

const party = z.strictObject(binding);

/** How an instrument comes to apply. Templates and comparisons never do. */
const application = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('treaty'),
    /** A treaty on certain offences binds only where the request is for one of them; null: whatever the offence. */
    onlyFor: z.enum(['corruption']).nullable(),
    /** False: only parties that the house may meet are listed. */
    allParties: z.boolean(),
    parties: z.array(party),
  }),
  z.strictObject({
    kind: z.literal('national-law'),
    /** Whether it speaks where its state asks, is asked, or both. */
    role: z.enum(['requesting', 'requested', 'both']),
    ...binding,
  }),
  z.strictObject({
    kind: z.literal('regional-practice'),
    procedure: z.enum(procedures),
    ...binding,
  }),
  z.strictObject({ kind: z.literal('template') }),
  z.strictObject({ kind: z.literal('comparison') }),
]);

const recordBase = {
  article: line,
  /** In which procedures it counts; none for templates and comparisons. */
  procedures: z.array(z.enum(procedures)),
  note,
  ...provenance,
};

/** Below it there is no surrender. */
const threshold = z.strictObject({
  ...recordBase,
  /** `offence`: what the law provides for it. The others: what a judgment imposed, and what of it remains. */
  kind: z.enum(['offence', 'sentence-imposed', 'sentence-remaining']),
  /** Null: the act must be an offence, with no least penalty. */
  minimum: period.extend({ unit: z.enum(['month', 'year']) }).nullable(),
  /** By whose law; null where the text that was read does not say. */
  laws: z.enum(['both', 'requesting', 'requested']).nullable(),
});

const ground = z.strictObject({
  ...recordBase,
  code: z.enum(refusalGrounds),
  force: z.enum(['mandatory', 'optional']),
});

const document = z.strictObject({
  ...recordBase,
  item: z.enum(documentItems),
  /** `either`: a warrant or a judgment, whichever the request rests on. */
  need: z.enum(['required', 'either', 'if-possible']),
});

/** What the instrument has a State do that is neither limit nor ground. */
const duty = z.strictObject({ ...recordBase, code: z.enum(duties) });

const extension = z.strictObject({
  act: z.enum(['extension', 'continue-detention']),
  period,
  countedFrom: z.enum(['trigger', 'due', 'act']),
  times: z.int().positive().nullable(),
  maximum: period.nullable(),
});

const warnBefore = z.strictObject({
  code,
  before: z.string().regex(/^-?P(\d+D|T\d+H)$/, 'whole days or hours as ISO 8601 duration, e.g. P5D or PT6H'),
});

const rule = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'capital letters, digits and hyphens, e.g. SWE23-40'),
  version: z.int().positive(),
  instrument: line,
  article: line,
  standing: z.enum(['law', 'policy', 'template', 'comparison']),
  trigger: z.enum(triggers),
  startedBy: z.array(z.strictObject({ procedure: z.enum(procedures), event: code })),
  amount: z.int().positive().nullable(),
  unit: period.shape.unit,
  includeFirstDay: z.boolean(),
  class: z.enum(['A', 'B', 'C', 'D']),
  roll: z.enum(['none', 'next-working']),
  calendar: z.enum(calendarCodes).nullable(),
  zone: z.enum(['custody', 'owner']),
  stage: z.enum(['may', 'must']),
  group: line.nullable(),
  extension: extension.nullable(),
  resets: z.boolean(),
  quarterOfMaximumPenalty: z.boolean(),
  effect: z.enum(effects),
  holder: z.enum(['theirs', 'ours', 'none']),
  warnBefore: z.array(warnBefore),
  ...provenance,
}) satisfies z.ZodType<RuleRecord>;

/** Something that counsel has to settle before it may become a record. */
const openQuestion = z.strictObject({ article: line, question: prose });

/** One file of domain/law/instruments, with what its `defaults` say filled into its records. */
export const instrumentSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'capital letters, digits and hyphens, e.g. SE-1957-668'),
  names: z.strictObject({ en: line, ar: line, ckb: line }),
  application,
  notes: z.array(prose),
  defaults: z.strictObject(defaults),
  thresholds: z.array(threshold),
  grounds: z.array(ground),
  documents: z.array(document),
  duties: z.array(duty).default([]),
  rules: z.array(rule),
  openQuestions: z.array(openQuestion),
});

/** One instrument: when it applies, what it asks and forbids, which limits it sets, and what is not settled. */
export type Instrument = z.infer<typeof instrumentSchema>;
export type Threshold = Instrument['thresholds'][number];
export type Ground = Instrument['grounds'][number];
export type Duty = Instrument['duties'][number];
export type Party = z.infer<typeof party>;

/** Whom an instrument binds, and since when: the parties of a treaty, or the state whose law or practice it is. */
export function bindingsOf(application: Instrument['application']): readonly Party[] {
  switch (application.kind) {
    case 'treaty':
      return application.parties;
    case 'national-law':
    case 'regional-practice':
      return [application];
    case 'template':
    case 'comparison':
      return [];
    default:
      return assertNever(application);
  }
}

import { catalogue } from '../../law/catalogue/catalogue';
import type { Instrument } from '../../law/catalogue/catalogue-schema';
import type { RefusalGround } from '../../law/catalogue/codes';
import { selectInstruments } from '../../law/catalogue/select';
import type { OutgoingRequest, requestItems } from './request';

export type RequestItem = (typeof requestItems)[number];

/** The law between Iraq and the State that is asked. */
export interface LawOfPair {
  readonly instruments: readonly Instrument[];
  /** False where nothing is known that binds the other State: only limits that it sets itself can be kept. */
  readonly isKnown: boolean;
}

/** The law that binds the two States on an ISO date. */
export function lawOfPair({ requestingState, requestedState }: OutgoingRequest, on: string): LawOfPair {
  const pair = { procedure: 'outgoing-extradition', requestingState, requestedState, on };
  const selected = selectInstruments(catalogue(), pair);
  return {
    instruments: selected.map(({ id }) => catalogue().instrument(id)),
    isKnown: selected.some(({ why }) => why !== 'law-of-requesting-state'),
  };
}

/** What every request holds, whatever the law of the other State asks besides. */
const always: readonly RequestItem[] = [
  'statement-of-facts',
  'text-of-provisions',
  'identity',
  'photograph',
  'evidence-of-participation',
];

/** States of whose languages Arabic is one: a request of Iraq needs no translation there. */
const arabicSpeaking: readonly string[] = [
  ...['AE', 'BH', 'DJ', 'DZ', 'EG', 'IQ', 'JO', 'KM', 'KW', 'LB', 'LY'],
  ...['MA', 'MR', 'OM', 'PS', 'QA', 'SA', 'SD', 'SO', 'SY', 'TN', 'YE'],
];

/** Items that this request must hold, in the order of the file. */
export function demandedItems(request: OutgoingRequest, law: LawOfPair): RequestItem[] {
  return [
    request.title?.kind ?? 'arrest-warrant',
    ...always,
    ...translationInto(request.requestedState),
    ...demandedAssurances(request, law),
  ];
}

function translationInto(state: string): RequestItem[] {
  if (arabicSpeaking.includes(state)) return [];
  return [state === 'SE' ? 'translation-sv' : 'translation'];
}

/**
 * Assurances without which the other State may not, or need not, surrender. Where nothing is known of its law they are
 * demanded as well: nothing says that it would do without.
 */
function demandedAssurances({ offences, title }: OutgoingRequest, law: LawOfPair): RequestItem[] {
  const mayBeRefusedFor = (code: RefusalGround) =>
    !law.isKnown || law.instruments.some(({ grounds }) => grounds.some((ground) => ground.code === code));
  const death = offences.some(({ penalty }) => penalty.deathPenaltyPossible);
  return [
    ...(death && mayBeRefusedFor('death-penalty') ? (['assurance-no-death-penalty'] as const) : []),
    ...(title?.inAbsentia && mayBeRefusedFor('in-absentia') ? (['assurance-retrial'] as const) : []),
  ];
}

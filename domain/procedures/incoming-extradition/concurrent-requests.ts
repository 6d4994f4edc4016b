import type { IncomingRequest } from './request';

/** Why a State comes before another, in the order of the law (Iraq CPC 23/1971 art. 365). */
export const concurrenceReasons = [
  'state-harmed',
  'state-of-commission',
  'state-of-nationality',
  'none',
] as const;
export type ConcurrenceReason = (typeof concurrenceReasons)[number];

/** A State that asks for the person, with its place in the order that is proposed. */
export interface RankedRequest {
  readonly state: string;
  readonly reference: string | null;
  /** 1 is first; States that nothing tells apart have the same. */
  readonly place: number;
  readonly reason: ConcurrenceReason;
}

type Asking = Pick<IncomingRequest['concurrentRequests'][number], 'state' | 'reference'>;

/**
 * The order in which States that ask for the same person come by Iraq CPC 23/1971 art. 365, on what the request says. It
 * is proposed and decides nothing: a person ranks them, with reasons. `known`: requests that the register holds beside
 * those that the request names.
 */
export function proposedOrder(request: IncomingRequest, known: readonly Asking[] = []): RankedRequest[] {
  const named = request.concurrentRequests;
  const isNamed = ({ state, reference }: Asking) =>
    named.some((other) => other.state === state && (other.reference ?? reference) === reference);
  const asking: Asking[] = [
    { state: request.requestingState, reference: request.reference },
    ...named,
    ...known.filter((other) => !isNamed(other)),
  ];
  const ranked = asking.map(({ state, reference = null }) => ({
    state,
    reference: reference ?? null,
    reason: reasonFor(request, state),
  }));
  const rankOf = ({ reason }: { readonly reason: ConcurrenceReason }) => concurrenceReasons.indexOf(reason);
  return ranked
    .map((one) => ({ ...one, place: 1 + ranked.filter((other) => rankOf(other) < rankOf(one)).length }))
    .sort((a, b) => a.place - b.place);
}

function reasonFor({ offences, person }: IncomingRequest, state: string): ConcurrenceReason {
  if (offences.some(({ statesHarmed }) => statesHarmed.includes(state))) return 'state-harmed';
  if (offences.some(({ statesOfCommission }) => statesOfCommission.includes(state)))
    return 'state-of-commission';
  return person.nationalities.includes(state) ? 'state-of-nationality' : 'none';
}

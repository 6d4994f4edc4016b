import type { MaximumPenalty } from '../../case/events';
import type { Told } from '../definition';
import { isForeignNational } from '../person-fields';
import type { IncomingRequest } from './request';

/** What the order of the steps depends on, in codes and hours. */
export function toldOf({ person, offences, concurrentRequests }: IncomingRequest): Told {
  const { custody, nationalities } = person;
  return {
    alreadyHeld: custody !== null,
    ...(custody === null ? {} : { heldSince: custody.at }),
    foreignNational: isForeignNational(nationalities),
    nationalOfRequestedState: nationalities.includes('IQ'),
    concurrent: concurrentRequests.length > 0,
    ...maximumPenaltyOf(offences),
  };
}

/** Of several offences the gravest, where the penalty of each is known in figures: it may be the gravest that is not. */
function maximumPenaltyOf(offences: IncomingRequest['offences']): { maximumPenalty?: MaximumPenalty } {
  const months = offences.map(({ requestedStateLaw: { maximumYears } }) => maximumYears && maximumYears * 12);
  const known = months.flatMap((amount) => (amount === null ? [] : [Math.round(amount)]));
  if (known.length < offences.length) return {};
  return { maximumPenalty: { amount: Math.max(...known), unit: 'month' } };
}

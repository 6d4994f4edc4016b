import type { Reply, RequestSample } from '../demo/samples';
import { jordan, jordanianRequest, regional, regionalRequest } from './other-requests';
import { prosecutedThere, refused } from './refusal-branches';
import { consent, expired, forceMajeure, notTakenOver, postponed } from './surrender-branches';

export type OutgoingBranch =
  | 'granted'
  | 'refused'
  | 'prosecuted-there'
  | 'with-consent'
  | 'not-taken-over'
  | 'force-majeure'
  | 'postponed'
  | 'expired'
  | 'regional'
  | 'jordan';

/** What a branch of the procedure makes of the sample's events. The dates are those of the sample's own calendar. */
export const outgoingBranches: Readonly<Record<OutgoingBranch, (sample: readonly Reply[]) => Reply[]>> = {
  granted: (sample) => [...sample],
  refused,
  'prosecuted-there': prosecutedThere,
  'with-consent': consent,
  'not-taken-over': notTakenOver,
  'force-majeure': forceMajeure,
  postponed,
  expired,
  regional,
  jordan,
};

/** What a branch makes of the sample's request. */
export function requestOfBranch(branch: OutgoingBranch, request: RequestSample): RequestSample {
  if (branch === 'regional') return regionalRequest(request);
  return branch === 'jordan' ? jordanianRequest(request) : request;
}

import { custodySteps } from '../custody/steps';
import type { StepDeclaration } from '../step';

const nothing = [] as const;
const recorded = { kind: 'fact', role: 'liaison', proof: 'required' } as const;
const expired = { kind: 'expiry', queue: 'todo', role: 'manager' } as const;
const riyadh = 'Riyadh 1983 art. 44';

/** Custody in Iraq for a foreign State, with the limits of the instrument that binds the two. */
export const incomingCustodySteps = {
  ...custodySteps({
    arrested: ['detention-continuation', 'immediate-release', 'readiness-notice', 'postponement'],
    ready: ['surrender'],
    free: ['domestic-warrant'],
    freeAtOnce: ['domestic-warrant', 'end'],
    notHeld: ['arrest'],
    releases: ['released', 'released-on-bail', 'escaped', 'wrong-person', 'held-on-other-grounds', 'died'],
    releasedToo: 'immediate-release',
  }),
  'domestic-warrant': {
    ...recorded,
    queue: 'awaited',
    outcomes: ['issued', 'refused'],
    source: "Iraq CPC 23/1971 arts. 92-95: a judge's warrant comes before an arrest",
    next: { issued: ['arrest'], refused: ['domestic-warrant'] },
  },
  'warrant-withdrawal': {
    ...recorded,
    queue: 'todo',
    serviceLevel: 'SLA-IMMEDIATE-RELEASE',
    outcomes: ['cancelled'],
    notBefore: ['domestic-warrant'],
    source: 'Iraq CPC 23/1971 art. 94: valid until executed or cancelled (number to be checked)',
    next: { cancelled: ['end'] },
  },
  'detention-continuation': {
    ...recorded,
    queue: 'awaited',
    outcomes: ['asked'],
    notBefore: ['arrest'],
    source: `${riyadh}: a request to continue the detention`,
    next: { asked: nothing },
  },
  'file-limit-passed': {
    ...expired,
    outcomes: ['release-ordered', 'still-held'],
    reasonFor: ['release-ordered', 'still-held'],
    source: `${riyadh}: 30 days without the file and without a request to continue the detention`,
    next: { 'release-ordered': nothing, 'still-held': nothing },
  },
  'detention-cap-passed': {
    ...expired,
    outcomes: ['release-ordered', 'still-held'],
    reasonFor: ['release-ordered', 'still-held'],
    source: `${riyadh}: 60 days from the beginning of the detention`,
    next: { 'release-ordered': nothing, 'still-held': nothing },
  },
  'immediate-release': {
    ...recorded,
    queue: 'todo',
    serviceLevel: 'SLA-IMMEDIATE-RELEASE',
    outcomes: ['released', 'escaped', 'held-on-other-grounds', 'died'],
    notBefore: ['arrest'],
    source: 'Iraq CPC 23/1971 arts. 362, 367: released at once; or held on a title of an Iraqi court',
    next: {
      released: ['end'],
      escaped: ['arrest', 'warrant-withdrawal', 'end'],
      'held-on-other-grounds': ['end'],
      died: ['end'],
    },
  },
} as const satisfies Record<string, StepDeclaration>;

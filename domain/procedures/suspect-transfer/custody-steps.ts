import { custodySteps as custodyIn } from '../custody/steps';
import { signatures } from './handover-steps';

const again = ['arrest', 'end'] as const;

/** The custody of the requested side: each period from an arrest to a release or to the handover. */
export const custodySteps = custodyIn({
  party: 'requested',
  arrested: ['medical-check', 'belongings', 'escort-order'],
  ready: signatures,
  free: again,
  freeAtOnce: again,
  notHeld: again,
  releases: ['released', 'released-on-bail', 'wrong-person', 'died'],
});

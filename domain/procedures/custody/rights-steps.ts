import type { Next, StepDeclaration } from '../step';

const ofIraq = 'Iraq Constitution art. 19; CPC 23/1971 art. 123 (number to be checked)';

/** What the person has a right to from the first hour on, of an arrest or of what stands in its place. Who is a national of another State too has his consul told. */
export function rightsSteps<
  const Recorded extends Pick<StepDeclaration, 'kind' | 'queue' | 'role' | 'party'>,
>(recorded: Recorded, ready: readonly Next[], notBefore: readonly string[] = ['arrest']) {
  const right = {
    ...recorded,
    serviceLevel: 'SLA-RIGHTS',
    notBefore,
    proof: 'optional',
  } as const;
  return {
    'reasons-told': {
      ...right,
      outcomes: ['told'],
      source: ofIraq,
      next: { told: ready },
    },
    counsel: {
      ...right,
      outcomes: ['chosen', 'appointed', 'declined'],
      source: ofIraq,
      next: { chosen: ready, appointed: ready, declined: ready },
    },
    interpreter: {
      ...right,
      outcomes: ['provided', 'not-needed'],
      source: ofIraq,
      next: { provided: ready, 'not-needed': ready },
    },
    'family-informed': {
      ...right,
      outcomes: ['informed', 'declined', 'not-reached'],
      source: ofIraq,
      next: { informed: ready, declined: ready, 'not-reached': ready },
    },
    'consular-notice': {
      ...right,
      outcomes: ['notified', 'declined'],
      source: 'Vienna Convention on Consular Relations art. 36: without delay, if he so requests',
      next: { notified: ready, declined: ready },
    },
  } as const;
}

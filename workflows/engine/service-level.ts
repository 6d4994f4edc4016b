import type { ClockOwner } from '../../domain/case/events';
import { agencyWideRoles } from '../../domain/permissions/case-access';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { Draft } from './draft';

/** Internal service levels run in the zone of the units in Iraq: one for the whole country. */
const ownerZone = 'Asia/Baghdad';

/** Starts the internal service level of a step that opens now; nothing where it declares none, or while the case rests. */
export function startServiceLevel(
  draft: Draft,
  stepKey: string,
  { serviceLevel: rule, role }: Pick<StepDeclaration, 'serviceLevel' | 'role'>,
): void {
  if (rule === undefined || draft.state.suspended) return;
  const openedSeq = draft.state.steps[stepKey]?.openedSeq ?? draft.state.seq;
  draft.add({
    type: 'clockStarted',
    key: `${rule}:${stepKey}@${openedSeq}`,
    rule,
    trigger: draft.now,
    zone: ownerZone,
    limitDate: null,
    owner: ownerOf(draft, stepKey, draft.state.steps[stepKey]?.role ?? role),
    stepKey,
    ...agencyOf(draft, stepKey),
    keptBy: null,
    terms: null,
  });
}

function agencyOf(draft: Draft, stepKey: string): { readonly agencyCode?: string } {
  const agencyCode = draft.state.steps[stepKey]?.agencyCode;
  return agencyCode === undefined ? {} : { agencyCode };
}

/** In a case between two sides every step has its agency's working days; otherwise the role tells. */
function ownerOf(draft: Draft, stepKey: string, role: string): ClockOwner {
  const { parties, agencyCode, steps } = draft.state;
  const own = steps[stepKey]?.agencyCode;
  if (parties && own !== undefined) return own === agencyCode ? 'agency' : 'counterpart';
  return (agencyWideRoles as readonly string[]).includes(role) ? 'agency' : 'federal';
}

/** The clocks that measure a step's being open and are not settled yet. */
export function clocksOfStep(draft: Draft, stepKey: string): string[] {
  return Object.entries(draft.state.clocks)
    .filter(([, clock]) => clock.stepKey === stepKey && !clock.settled)
    .map(([key]) => key);
}

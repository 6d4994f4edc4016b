import { incomingExtraditionSteps } from '../../domain/procedures/incoming-extradition/steps';
import type { StepDeclaration } from '../../domain/procedures/step';
import type { IncomingEvent } from '../../platform/demo/incoming-case';
import { type IncomingBranch, incomingBranches } from '../../platform/simulate/incoming-branches';
import { IncomingCase } from '../workflows/incoming-case';

const steps: Readonly<Record<string, StepDeclaration>> = incomingExtraditionSteps;

/** The branch in memory, event by event at its own time. */
function played(branch: IncomingBranch): IncomingCase {
  const script = incomingBranches[branch]();
  const first = new Date(script[0]?.at ?? '').toISOString();
  const item = new IncomingCase(first);
  const heldSince = '2026-04-06T03:45:00.000Z';
  const isIraqi = branch === 'nationality';
  item.open({
    requestingState: 'SE',
    concurrent: branch === 'concurrent',
    ...(isIraqi ? { heldSince, nationalOfRequestedState: true } : {}),
  });
  for (const event of script) play(item, event);
  return item;
}

function play(item: IncomingCase, { at, step, outcome }: IncomingEvent): void {
  const instant = new Date(at).toISOString();
  if (instant > item.now) item.passTimeUntil(instant);
  const key = item.openKey(step);
  if (steps[step]?.kind === 'fact') item.do(key, outcome, instant);
  else item.do(key, outcome);
}

describe('the branches of the simulated incoming extradition', () => {
  it.each([
    ['surrendered', 'surrendered', 'surrendered'],
    ['nationality', 'refused-for-nationality', 'held-on-other-grounds'],
    ['refused-by-court', 'refused-by-court', 'released'],
    ['not-taken-over', 'not-taken-over', 'released'],
    ['withdrawn', 'withdrawn', 'released'],
    ['concurrent', 'refused-by-court', undefined],
  ] as const)('%s ends as %s, and the person is %s', (branch, outcome, custody) => {
    const { current } = played(branch);
    expect(current.outcome).toBe(outcome);
    expect(current.custody['arrest-1']?.endReason).toBe(custody);
  });

  it('keeps every limit of the law but those that a branch is about', () => {
    const passed = (branch: IncomingBranch) =>
      Object.values(played(branch).current.clocks)
        .filter(({ status, terms }) => status === 'expired' && terms?.class !== 'D')
        .map(({ rule }) => rule);
    expect(passed('surrendered')).toEqual([]);
    expect(passed('refused-by-court')).toEqual([]);
    expect(passed('not-taken-over')).toEqual(['CPC367-2M']);
    expect(passed('nationality')).toEqual(['CON19-24H', 'ORD57-24']);
  });
});

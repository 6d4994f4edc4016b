import { procedures } from '../../../domain/procedures';
import type { StepTable } from '../../../domain/procedures/step';

const tables: readonly [string, StepTable][] = procedures.map(({ name, steps }) => [name, steps]);

describe('the gravest steps', () => {
  it('are those that let a person be handed over, and the protocols of it', () => {
    const gravest = tables.map(([name, steps]) => [
      name,
      Object.keys(steps).filter((step) => steps[step]?.gravest),
    ]);
    expect(Object.fromEntries(gravest)).toEqual({
      'outgoing-extradition': ['surrender', 'temporary-surrender', 'temporary-return'],
      'incoming-extradition': ['judicial-council', 'foreign-ministry', 'surrender'],
      'suspect-transfer': [
        'transfer-approval',
        'transfer-regional-approval',
        'handover-given',
        'handover-taken',
        'return-decision',
        'return-given',
        'return-taken',
      ],
      'information-exchange': [],
      'committee-resolution': [],
    });
  });

  it.each(tables)('have every signature of a handover among them: %s', (_name, steps) => {
    for (const step of Object.values(steps)) if (step.signedWith) expect(step.gravest).toBe(true);
  });
});

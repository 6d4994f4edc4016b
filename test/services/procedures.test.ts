import { procedures } from '../../domain/procedures';
import type { StepTable } from '../../domain/procedures/step';
import { factsOf, openingSchema, procedureNames, procedureOf, readFact } from '../../services/procedures';
import * as workflows from '../../workflows';
import { procedureNamed } from '../../workflows/procedures';

describe.each(procedures.map((definition) => [definition.name, definition] as const))(
  '%s',
  (name, definition) => {
    it('is the same procedure for the services and for the workflows', () => {
      expect(procedureNamed(name).version).toBe(definition.version);
      expect(procedureOf(name)).toBe(definition);
    });

    it('has the steps of all its versions in the workflows, and no other', () => {
      const { steps } = procedureNamed(name);
      const versions: StepTable[] = [definition.steps, ...Object.values(definition.earlierSteps ?? {})];
      expect(new Set(Object.keys(steps))).toEqual(new Set(versions.flatMap(Object.keys)));
      for (const [step, declared] of versions.flatMap((table) => Object.entries(table))) {
        const { outcomes, next: _, ...rest } = declared;
        expect(steps[step]).toMatchObject(rest);
        expect(steps[step]?.outcomes).toEqual(expect.arrayContaining([...outcomes]));
      }
    });

    it('has a workflow type of its name', () => {
      expect(Object.keys(workflows)).toContain(definition.workflowType);
    });

    it('has a form for each of its facts', () => {
      const declared = Object.entries<{ readonly kind: string }>(definition.steps);
      const facts = declared.filter(([, { kind }]) => kind === 'fact').map(([step]) => step);
      const unknown = facts.filter((step) =>
        factsOf(name)
          .safeParse({ step })
          .error?.issues.some(({ path }) => path[0] === 'step'),
      );
      expect(unknown).toEqual([]);
    });
  },
);

it('names every procedure once', () => {
  expect(new Set(procedureNames).size).toBe(procedureNames.length);
});

it('knows no other procedure', () => {
  expect(() => procedureOf('constructor')).toThrow('constructor');
  expect(openingSchema.safeParse({ procedure: 'constructor' }).success).toBe(false);
  expect(() => procedureNamed('constructor')).toThrow('no procedure is named constructor');
});

it('does not read a fact of one procedure in the words of another', () => {
  const release = {
    step: 'release-abroad',
    outcome: 'released',
    occurredAt: '2026-04-01T00:00:00Z',
    zone: 'UTC',
  };
  expect(readFact('outgoing-extradition', release).outcome).toBe('released');
  expect(() => readFact('suspect-transfer', release)).toThrow('unreadable input');
});

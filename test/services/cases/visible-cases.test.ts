import { v5 as uuidv5 } from 'uuid';
import { mayReadCase, type Readable, type Reader } from '../../../domain/permissions/case-access';
import { roles } from '../../../domain/permissions/roles';
import type { TaskStatus } from '../../../prisma/generated/client';
import { visibleCases } from '../../../services/cases/visible-cases';
import fc from '../../support/fast-check';
import { createTestRegister, type TestRegister } from '../../support/test-register';

const agencies = ['AHTD-BAGHDAD', 'AHTD-ERBIL', 'NCB'];
const subjects = ['liaison.baghdad', 'liaison.erbil', 'manager.baghdad', 'approver.legal'];
const idOf = (name: string) => uuidv5(name, uuidv5.URL);

const role = fc.constantFrom(...roles);

interface Planted extends Readable {
  readonly id: string;
  readonly seq: number;
}

describe('the register’s condition for the cases that a reader may see', () => {
  let register: TestRegister;
  let officerIds: string[];
  let planted: Planted[];

  beforeAll(async () => {
    register = await createTestRegister();
    const officers = await register.prisma.officer.findMany({ where: { subject: { in: subjects } } });
    officerIds = officers.map((officer) => officer.id);
    planted = fc.sample(readable(), { numRuns: 60, seed: 28 }).map((item, index) => {
      return { ...item, id: idOf(`case-${index}`), seq: index % 10 === 0 ? 0 : 1 };
    });
    for (const item of planted) await plant(item);
  });
  afterAll(() => register.stop());

  const readable = (): fc.Arbitrary<Readable> =>
    fc
      .record({
        procedure: fc.constantFrom('outgoing-extradition', 'committee-resolution'),
        agencyCode: fc.constantFrom(...agencies),
        createdById: fc.constantFrom(...officerIds),
        responsibleOfficerId: fc.constantFrom(...officerIds),
        counterpart: fc.option(fc.constantFrom(...agencies)),
        isShared: fc.boolean(),
        tasks: fc.uniqueArray(
          fc.record({
            role: fc.oneof(role, fc.constant('committee-member')),
            agencyCode: fc.option(fc.constantFrom(...agencies)),
            status: fc.constantFrom('open', 'done', 'cancelled'),
          }),
          { maxLength: 4, selector: (task) => task.role },
        ),
      })
      .map(({ counterpart, isShared, ...item }) => {
        // Nobody's other side is the own agency.
        const other = counterpart === item.agencyCode ? null : counterpart;
        return { ...item, sharedWith: isShared ? other : null, hiddenFrom: isShared ? null : other };
      });

  const reader = (): fc.Arbitrary<Reader> =>
    fc.record({
      id: fc.constantFrom(...officerIds, idOf('nobody')),
      roles: fc.uniqueArray(fc.oneof(role, fc.constant('no-role')), { maxLength: 3 }),
      agencyCode: fc.constantFrom(...agencies),
    });

  async function plant({ id, seq, tasks, sharedWith, hiddenFrom, ...people }: Planted): Promise<void> {
    const now = new Date();
    const states = { requestingState: 'IQ', requestedState: 'SE', urgency: 'ordinary', confidential: true };
    const progress = { procedureVersion: 1, status: 'legal-review', seq };
    const sides = { counterpartCode: sharedWith ?? hiddenFrom, sharedAt: sharedWith === null ? null : now };
    await register.prisma.case.create({
      data: { id, ...people, ...sides, ...states, ...progress, headHash: '', openedAt: now, updatedAt: now },
    });
    await register.prisma.task.createMany({
      data: tasks.map(({ role: taskRole, agencyCode, status }, index) => ({
        id: idOf(`${id}-${index}`),
        caseId: id,
        stepKey: `step-${index}#1`,
        step: `step-${index}`,
        kind: 'approval',
        queue: 'todo' as const,
        role: taskRole,
        agencyCode,
        outcomes: [],
        openedSeq: index + 1,
        status: status as TaskStatus,
        openedAt: now,
      })),
    });
  }

  it('finds exactly those that the rule allows, and no draft', async () => {
    await fc.assert(
      fc.asyncProperty(reader(), async (who) => {
        const found = await register.prisma.case.findMany({ where: visibleCases(who), select: { id: true } });
        const allowed = planted.filter((item) => item.seq > 0 && mayReadCase(who, item));
        expect(found.map((item) => item.id).sort()).toEqual(allowed.map((item) => item.id).sort());
      }),
      { numRuns: 150 },
    );
  });

  it('is tried on readers who see all, some and none', async () => {
    const seen = fc.sample(reader(), { numRuns: 150, seed: 28 }).map((who) => {
      const count = planted.filter((item) => mayReadCase(who, item)).length;
      return count === 0 ? 'none' : count === planted.length ? 'all' : 'some';
    });
    expect(new Set(seen)).toEqual(new Set(['none', 'some', 'all']));
  });

  it('keeps a case from its other side until it has been shared', async () => {
    const [first] = planted;
    const id = idOf('between');
    const sides = { sharedWith: 'AHTD-ERBIL', hiddenFrom: null, agencyCode: 'AHTD-BAGHDAD' };
    const own = { id, procedure: 'suspect-transfer', tasks: [], ...sides, seq: 1 };
    const people = { createdById: first?.createdById ?? '', responsibleOfficerId: first?.createdById ?? '' };
    await plant({ ...own, ...people });
    const erbil = { id: idOf('nobody'), roles: ['liaison'], agencyCode: 'AHTD-ERBIL' };
    const seen = () => register.prisma.case.count({ where: { id, ...visibleCases(erbil) } });
    expect(await seen()).toBe(1);
    await register.prisma.case.update({ where: { id }, data: { sharedAt: null }, select: { id: true } });
    expect(await seen()).toBe(0);
  });
});

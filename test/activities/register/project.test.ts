import { randomUUID } from 'node:crypto';
import { project } from '../../../activities/register/project';
import { readProjections } from '../../../activities/register/projection-rows';
import type { Transaction } from '../../../activities/register/transaction';
import { genesisHash } from '../../../domain/case/chain';
import { completeEvents } from '../../../domain/case/complete';
import type { CaseEvent, EventBody } from '../../../domain/case/events';
import { shippedCompletion } from '../../support/completion';
import fc from '../../support/fast-check';
import { createTestRegister, type TestRegister } from '../../support/test-register';

const at = '2026-03-01T08:00:00.000Z';
const later = '2026-03-09T08:00:00.000Z';
const key = 'legal-review#1';

let register: TestRegister;
let officerId: string;

beforeAll(async () => {
  register = await createTestRegister();
  officerId = (await register.prisma.officer.findFirstOrThrow({ where: { subject: 'liaison.baghdad' } })).id;
});
afterAll(() => register.stop());

const step = { key, step: 'legal-review', role: 'legal-reviewer' } as const;
const limit = { key: 'limit', rule: 'SLA-LEGAL-REVIEW', zone: 'Asia/Baghdad', limitDate: null } as const;
const round = { items: ['judgment'], answerBy: '2026-04-01', zone: 'Europe/Stockholm', occurredAt: at };

/** What one step and the limit on its being open may go through. */
const deeds: readonly EventBody[] = [
  { type: 'stepReopened', ...step },
  { type: 'stepClosed', key, outcome: 'approved' },
  { type: 'stepCancelled', key },
  { type: 'documentsRequested', key, officerId: '', ...round, details: null, proof: [] },
  { type: 'clockStarted', ...limit, trigger: at, stepKey: key, keptBy: null, terms: null },
  { type: 'clockStarted', ...limit, trigger: later, stepKey: key, keptBy: null, terms: null },
  { type: 'clockMet', key: 'limit', at, inTime: false },
  { type: 'clockStopped', key: 'limit' },
];
const opening: EventBody = {
  type: 'stepOpened',
  ...step,
  visit: 1,
  kind: 'approval',
  queue: 'awaited',
  outcomes: ['approved', 'refused'],
};

/** The deeds that fit where the step stands, behind its opening, as events of a case. */
function eventsOf(chosen: readonly EventBody[]): CaseEvent[] {
  const bodies = [opening];
  for (const body of chosen) if (fits(bodies, body.type)) bodies.push(body);
  return completeEvents(bodies, shippedCompletion(at)).map((body, index) => {
    return { seq: index + 1, commandId: '', actorId: officerId, recordedAt: at, body };
  });
}

function fits(before: readonly EventBody[], type: EventBody['type']): boolean {
  const types = before.map((body) => body.type);
  const last = types.findLast((known) => known.startsWith('step'));
  if (type === 'stepReopened') return last === 'stepClosed' || last === 'stepCancelled';
  if (type === 'documentsRequested') return !types.includes(type);
  return !['clockMet', 'clockStopped'].includes(type) || types.includes('clockStarted');
}

/** Projects into a new case and returns its rows, without what makes it another case. */
async function projected(tx: Transaction, batches: readonly (readonly CaseEvent[])[]): Promise<unknown> {
  const id = randomUUID();
  const states = { requestingState: 'IQ', requestedState: 'SE', urgency: 'ordinary', confidential: true };
  const people = { agencyCode: 'AHTD-BAGHDAD', createdById: officerId, responsibleOfficerId: officerId };
  const procedure = { procedure: 'outgoing-extradition', procedureVersion: 1, status: 'draft' };
  await tx.case.create({
    data: { id, ...procedure, ...states, ...people, headHash: genesisHash(id), updatedAt: new Date(at) },
  });
  for (const events of batches) await project(tx, id, events);
  const { Task, Clock } = await readProjections(tx, id);
  const bare = ({ id: _id, caseId: _caseId, ...row }: Record<string, unknown>) => row;
  const sorted = (rows: readonly Record<string, unknown>[]) =>
    rows.map((row) => JSON.stringify(bare(row))).sort();
  return { tasks: sorted(Task), clocks: sorted(Clock) };
}

it('projects the events of one command as it would project them one by one', async () => {
  const someDeeds = fc.array(fc.constantFrom(...deeds), { minLength: 2, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(someDeeds, fc.nat(), async (chosen, cut) => {
      const events = eventsOf(chosen);
      const half = cut % events.length;
      const compare = async (tx: Transaction) => {
        const oneByOne = events.map((event) => [event]);
        const expected = await projected(tx, oneByOne);
        expect(await projected(tx, [events])).toEqual(expected);
        expect(await projected(tx, [events.slice(0, half), events.slice(half)])).toEqual(expected);
      };
      await register.prisma.$transaction(compare, { timeout: 30_000 });
    }),
    { numRuns: 20 },
  );
});

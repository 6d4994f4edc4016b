import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { EventBody } from '../domain/case/events';
import { procedureGraph } from '../domain/procedures/graph';
import type { CaseSummary } from '../services/cases/case-summary';
import { Caller, good } from './api/caller';
import { decide, liaison, readCase, record, uploadProof } from './api/case-play';
import { sentencedTransferSteps as steps } from './sixth-procedure/steps';
import { sentencedTransferProcedure as procedure } from './sixth-procedure/workflow';
import { type Installation, startInstallation } from './support/installation';
import { InMemoryCase, officers } from './workflows/in-memory-case';
import { collect, itDeclares, type Move, movesOf, type Transitions, walk } from './workflows/walk';

/*
 * docs/adding-a-procedure.md, done: a sixth procedure from the blocks that are there. It is in no list of the product;
 * here it takes the place of the others in the one that names them all.
 */
jest.mock('../domain/procedures', () => ({
  procedures: [jest.requireActual('./sixth-procedure/definition').sentencedTransfer],
}));

describe('the page', () => {
  const page = readFileSync(join(__dirname, '../docs/adding-a-procedure.md'), 'utf8');

  it.each(['steps', 'request', 'definition', 'workflow'])('shows %s.ts as it is', (name) => {
    const source = readFileSync(join(__dirname, `sixth-procedure/${name}.ts`), 'utf8');
    const inThePlaceThatThePageNames = source
      .replaceAll("'../../domain/procedures/", "'../")
      .replaceAll("'../../domain/", "'../../");
    const inWorkflows = source
      .replaceAll("'../../workflows/", "'./")
      .replace("'./steps'", "'../domain/procedures/sentenced-transfer/steps'");
    expect(page).toContain(name === 'workflow' ? inWorkflows : inThePlaceThatThePageNames);
  });
});

describe('a case of it', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    caller = new Caller(installation);
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: require.resolve('./sixth-procedure/workflows'),
      logger: new DefaultLogger('ERROR'),
    });
    await installation.startWorker({ workflowBundle });
  });
  afterAll(() => installation.stop());

  const request = {
    requestingState: 'SA',
    requestedState: 'IQ',
    person: {
      names: [{ script: 'Latn', family: 'SAMPLE', given: 'Subject Twelve' }],
      birth: { date: '1979-04-02' },
      nationalities: ['SA'],
    },
    judgment: { court: 'Invented Criminal Court', number: 'SAMPLE-12', finalSince: '2024-05-01' },
    monthsRemaining: 30,
  };

  it('is opened, signed, consented to and closed through the API', async () => {
    const opening = { procedure: 'sentenced-transfer', request };
    const { id, gaps } = good(await caller.post<CaseSummary>(liaison, '/cases', opening));
    expect(gaps).toEqual(['judgment', 'statement-of-remaining-term']);
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    const proof = [await uploadProof(caller, liaison, 'consent')];
    for (const [step, outcome, details] of [
      ['person-consent', 'consented', { court: 'Invented court' }],
      ['state-consent', 'consented', { by: 'Invented ministry' }],
      ['handover', 'handed-over', { place: 'Invented crossing' }],
    ] as const) {
      const occurredAt = new Date().toISOString();
      good(await record(caller, liaison, id, { step, outcome, occurredAt, details, proof }));
    }
    expect(await readCase(caller, id)).toMatchObject({ status: 'closed', outcome: 'transferred' });
  });

  it('has a fact put right, which a second person confirms', async () => {
    const { id } = good(
      await caller.post<CaseSummary>(liaison, '/cases', { procedure: 'sentenced-transfer', request }),
    );
    good(await decide(caller, 'approver.legal', id, 'legal-review'));
    const proof = [await uploadProof(caller, liaison, 'consent')];
    const fact = {
      step: 'person-consent',
      outcome: 'consented',
      details: { court: 'Invented court' },
      proof,
    };
    good(await record(caller, liaison, id, { ...fact, occurredAt: '2026-03-03T09:00:00Z' }));
    const right = {
      stepKey: 'person-consent#1',
      occurredAt: '2026-03-02T09:00:00Z',
      zone: 'Asia/Baghdad',
      reason: 'Invented',
      proof,
    };
    good(await caller.post(liaison, `/cases/${id}/corrections`, right));
    good(await decide(caller, 'manager.baghdad', id, 'fact-correction', { outcome: 'confirmed' }));
    const recorded = (await readCase(caller, id)).facts.at(-1);
    expect(recorded?.occurredAt).toBe('2026-03-02T09:00:00.000Z');
  });

  it('is refused with every fault, and so is a fact that it does not know', async () => {
    const faulty = { ...request, requestedState: 'SA', monthsRemaining: 0 };
    const refused = await caller.post(liaison, '/cases', {
      procedure: 'sentenced-transfer',
      request: faulty,
    });
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/request/requestedState',
      '/request/monthsRemaining',
    ]);
    const opening = { procedure: 'sentenced-transfer', request };
    const { id } = good(await caller.post<CaseSummary>(liaison, '/cases', opening));
    const fact = { step: 'surrender', outcome: 'surrendered', occurredAt: new Date().toISOString() };
    expect((await record(caller, liaison, id, fact)).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/step', code: 'one-of' }],
    });
  });
});

describe('its order', () => {
  const seen: Transitions = new Set();
  const item = new InMemoryCase(procedure, '2026-03-02T06:00:00.000Z');
  collect(item.open({ urgency: 'ordinary', gaps: ['judgment'] }), seen);
  const complete = new InMemoryCase(procedure, item.now);
  collect(complete.open({ urgency: 'ordinary' }), seen);
  walk(item, { fork, movesOf, take }, seen);
  for (const outcome of ['confirmed', 'rejected']) collect(corrected(item, outcome), seen);

  itDeclares(steps, seen, new Set());

  it('ends when a manager ends it', () => {
    const ended = fork(item);
    ended.take({
      type: 'endCase',
      officerId: officers.manager,
      outcome: 'withdrawn',
      reason: { id: 'note-1', hash: 'hash' },
    });
    expect(ended.current.outcome).toBe('withdrawn');
  });

  it('is a graph from the start to the end', () => {
    const { edges } = procedureGraph(steps);
    expect(edges).toContainEqual({ from: 'start', outcome: null, to: 'request-checklist' });
    expect(edges).toContainEqual({ from: 'handover', outcome: 'handed-over', to: 'end' });
  });
});

function fork(from: InMemoryCase): InMemoryCase {
  const other = new InMemoryCase(procedure, from.now);
  other.state = from.state;
  return other;
}

/** A fact is recorded, and its correction proposed and answered. */
function corrected(from: InMemoryCase, outcome: string): EventBody[] {
  const item = fork(from);
  item.decide('legal-review#1', 'approved', officers.legal);
  item.fact('person-consent', 'consented', item.now);
  const fact = { occurredAt: from.now, zone: 'UTC', outcome: 'consented', codes: [], limitDate: null };
  const proposed = item.take({
    type: 'correctFact',
    officerId: officers.liaison,
    factKey: 'person-consent#1',
    fact,
    reason: { id: 'note-1', hash: 'hash' },
    details: null,
    proof: [{ id: 'document-1', sha256: 'hash' }],
  });
  const decided = item.decide('fact-correction#1', outcome, officers.manager, { reasonId: 'note-1' });
  return [...proposed, ...decided];
}

function take(item: InMemoryCase, { key, outcome }: Move): EventBody[] {
  const { step = '', kind } = item.current.steps[key] ?? {};
  if (kind === 'fact') return item.fact(step, outcome, item.now);
  return item.decide(key, outcome, officers.legal, { reasonId: 'note-1' });
}

import { randomUUID } from 'node:crypto';
import { samplePng } from '../../platform/demo/sample-files';
import { type Installation, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { type Answer, Caller, expectProblem, good, type Problem } from './caller';
import {
  decide,
  deliver,
  liaison,
  openCase,
  readCase,
  receivedAt,
  record,
  signOff,
  transmit,
  transmittedAt,
  uploadProof,
} from './case-play';

const transmission = { step: 'transmission', outcome: 'transmitted', occurredAt: transmittedAt };
const receipt = { step: 'receipt', outcome: 'received', occurredAt: receivedAt };

const pointersOf = (answer: Answer<unknown>) =>
  (answer.body as Problem).errors?.map((fault) => fault.pointer).sort();

describe('a fact', () => {
  let installation: Installation;
  let caller: Caller;
  /** Signed off, not yet transmitted: the transmission may be recorded. */
  let approved: string;
  /** Transmitted, not yet received. */
  let transmitted: string;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    const [first, second] = await Promise.all([openCase(caller), openCase(caller)]);
    approved = first.id;
    transmitted = second.id;
    await Promise.all([signOff(caller, approved), transmit(caller, transmitted)]);
  });
  afterAll(() => installation.stop());

  const transmitting = (changes: object) =>
    record(caller, liaison, approved, { ...transmission, ...changes });

  it('is kept with when it happened, when it was recorded and by whom', async () => {
    const { id } = await openCase(caller);
    await deliver(caller, id);
    expect((await readCase(caller, id)).facts).toEqual([
      expect.objectContaining({
        step: 'transmission',
        occurredAt: transmittedAt,
        recordedBy: 'Sample officer liaison.baghdad',
      }),
      expect.objectContaining({
        step: 'receipt',
        outcome: 'received',
        occurredAt: receivedAt,
        proof: [expect.any(String)],
      }),
    ]);
  });

  it('that lies in the future is refused', async () => {
    const occurredAt = new Date(Date.now() + 3_600_000).toISOString();
    expectProblem(await transmitting({ occurredAt }), 422, 'in-the-future');
  });

  it('before what must have come first is refused, naming it', async () => {
    const proof = [await uploadProof(caller, liaison, 'early')];
    const early = { ...receipt, occurredAt: '2026-03-08T00:00:00Z', proof };
    const problem = expectProblem(await record(caller, liaison, transmitted, early), 422, 'before-its-cause');
    expect(problem).toMatchObject({ cause: 'transmission', causeOccurredAt: transmittedAt });
  });

  it('that needs proof is refused without', async () => {
    for (const changes of [{}, { proof: [] }]) {
      const answer = await record(caller, liaison, approved, { ...receipt, ...changes });
      expectProblem(answer, 422, 'invalid-input');
      expect(pointersOf(answer)).toEqual(['/proof']);
    }
  });

  it('is refused with a document that is not there', async () => {
    expectProblem(await transmitting({ proof: [randomUUID()] }), 422, 'document-unknown');
  });

  it("is refused with another officer's document", async () => {
    const proof = [await uploadProof(caller, 'liaison.erbil', 'theirs')];
    expectProblem(await transmitting({ proof }), 422, 'document-unknown');
  });

  it('is refused with a document of another case, also of the same officer', async () => {
    const documentId = await uploadProof(caller, liaison, 'warrant');
    await openCase(caller, { documents: [{ item: 'arrest-warrant', documentId }] });
    expectProblem(await transmitting({ proof: [documentId] }), 422, 'document-unknown');
  });

  it('that was refused leaves the case and its documents as they were', async () => {
    const before = await readCase(caller, approved);
    const mine = await uploadProof(caller, liaison, 'mine');
    await transmitting({ proof: [mine, randomUUID()] });
    expect(await readCase(caller, approved)).toEqual(before);
    expect((await caller.get('auditor', `/documents/${mine}`)).status).toBe(404);
  });

  it('of a step that is not open is refused', async () => {
    const judgment = { step: 'judgment', outcome: 'no-obstacle', occurredAt: receivedAt };
    expectProblem(await record(caller, liaison, approved, judgment), 409, 'not-open');
  });

  it('is recorded once', async () => {
    expectProblem(await record(caller, liaison, transmitted, transmission), 409, 'already-decided');
  });

  it('is refused to an officer of the case whose role is not the step’s', async () => {
    expectProblem(await record(caller, 'manager.baghdad', approved, transmission), 403, 'wrong-role');
  });

  it('is refused to a liaison officer of another agency who reads the case by another role', async () => {
    const officer = await appoint(installation, 'seat.09', ['liaison', 'legal-reviewer'], 'AHTD-ERBIL');
    expectProblem(await record(caller, officer, approved, transmission), 403, 'wrong-role');
  });

  it.each([
    ['/step', { step: 'party' }],
    ['/outcome', { outcome: 'lost' }],
    ['/occurredAt', { occurredAt: '2026-03-09T10:00:00' }],
    ['/occurredAt', { occurredAt: '2026-02-30T10:00:00Z' }],
    ['/occurredAt', { occurredAt: '0026-03-09T10:00:00Z' }],
    ['/zone', { zone: 'Sweden/Malmo' }],
    ['/limitDate', { limitDate: '2026-04-01' }],
    ['/proof/0', { proof: ['receipt.pdf'] }],
    ['/officer', { officer: 'approver.legal' }],
    ['/details/note', { details: { channel: 'Embassy', note: 'x' } }],
    ['/details/channel', { details: { channel: 'Emb\u0000assy' } }],
  ])('is refused with a fault at %s: %j', async (pointer, changes) => {
    const answer = await transmitting(changes);
    expectProblem(answer, 422, 'invalid-input');
    expect(pointersOf(answer)).toEqual([pointer]);
  });

  it('may be proved by a picture, which then belongs to the case', async () => {
    const upload = good(await caller.upload<{ id: string }>(liaison, 'stamp.png', samplePng()));
    const answer = await record(caller, liaison, transmitted, { ...receipt, proof: [upload.id] });
    expect(answer.status).toBe(201);
    expect((await readCase(caller, transmitted)).documents).toEqual([
      expect.objectContaining({ id: upload.id }),
    ]);
    expect((await caller.get('auditor', `/documents/${upload.id}`)).status).toBe(200);
  });

  describe('with a last day that the other side set', () => {
    const ncb = 'liaison.ncb';

    /** An urgent case whose provisional arrest has been asked for. */
    async function awaitingArrest(): Promise<string> {
      const { id } = await openCase(caller, { urgency: 'provisional-arrest-requested' });
      good(await decide(caller, 'approver.legal', id, 'urgent-approval'));
      const occurredAt = '2026-02-20T09:00:00Z';
      good(
        await record(caller, ncb, id, { step: 'provisional-arrest-request', outcome: 'sent', occurredAt }),
      );
      return id;
    }

    const arrest = (occurredAt: string, limitDate: string, zone: string) => ({
      step: 'provisional-arrest',
      outcome: 'arrested',
      occurredAt,
      limitDate,
      zone,
    });

    it('is refused when that day lies before the event', async () => {
      const id = await awaitingArrest();
      const early = arrest('2026-03-03T23:30:00+01:00', '2026-03-02', 'Europe/Stockholm');
      expectProblem(await record(caller, ncb, id, early), 422, 'limit-date-too-early');
    });

    it('is refused when that day was over where it happened, though not yet in UTC', async () => {
      const id = await awaitingArrest();
      const early = arrest('2026-03-04T00:30:00+01:00', '2026-03-03', 'Europe/Stockholm');
      expectProblem(await record(caller, ncb, id, early), 422, 'limit-date-too-early');
    });

    it('is taken when it is the day of the event where it happened, though the next in UTC', async () => {
      const id = await awaitingArrest();
      const sameDay = arrest('2026-03-03T20:00:00-05:00', '2026-03-03', 'America/New_York');
      expect((await record(caller, ncb, id, sameDay)).status).toBe(201);
    });

    it('shortens the limit', async () => {
      const id = await awaitingArrest();
      const shorter = arrest('2026-03-03T23:30:00+01:00', '2026-03-20', 'Europe/Stockholm');
      good(await record(caller, ncb, id, shorter));
      const limit = (await readCase(caller, id)).clocks.find((clock) => clock.rule === 'SWE23-40');
      expect(limit).toMatchObject({ lastDay: '2026-03-20', dueAt: '2026-03-20T23:00:00.000Z' });
    });
  });
});

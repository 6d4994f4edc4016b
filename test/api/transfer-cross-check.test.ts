import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CrossCheckAnswer } from '../../services/persons/candidate-view';
import { importEarlierRecords } from '../../services/persons/import-earlier-records';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { TransferPlay } from './transfer-play';
import { baghdad, erbil, type Office } from './transfer-samples';

const readSample = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(__dirname, '../../samples', name), 'utf8'));

describe('the cross-check of a transfer', () => {
  let installation: Installation;
  let caller: Caller;
  let play: TransferPlay;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    await importEarlierRecords(installation.context, await readSample('earlier-records.json'));
    const batch = await readSample('regional-transfer-batch.json');
    const [, third] = batch.persons as Record<string, unknown>[];
    const { names, birth, nationalities, warrant } = third ?? {};
    play = await TransferPlay.open(caller, baghdad, { person: { names, birth, nationalities }, warrant });
  });
  afterAll(() => installation.stop());

  const candidatesFor = async (office: Office) =>
    good(await caller.post<CrossCheckAnswer>(office.liaison, '/cross-checks', { caseId: play.caseId }))
      .candidates;

  const findOf = async (office: Office, kind: string, outcome: string) => {
    const candidate = (await candidatesFor(office)).find((found) => found.kind === kind);
    const reason = `secret of ${office.agency}: why ${outcome}`;
    const decision = { personId: candidate?.personId, outcome, reason };
    return await caller.post(office.liaison, `/cases/${play.caseId}/cross-check-decisions`, decision);
  };

  it('finds the sentence under another spelling, and another person born the same day', async () => {
    expect((await candidatesFor(baghdad)).map(({ kind }) => kind).sort()).toEqual(['custody', 'sentence']);
  });

  it('is not answered while a person has not looked at every candidate', async () => {
    const answer = () => play.decide(baghdad, baghdad.liaison, 'cross-check', 'nobody-known');
    expect(expectProblem(await answer(), 409, 'candidates-undecided')).toMatchObject({ count: 2 });
    good(await findOf(baghdad, 'custody', 'not-same'));
    expect(expectProblem(await answer(), 409, 'candidates-undecided')).toMatchObject({ count: 1 });
    good(await findOf(baghdad, 'sentence', 'same'));
    expectProblem(await answer(), 409, 'candidate-is-known');
  });

  it('sends who is known to the legal review, before anybody approves', async () => {
    good(await play.decide(baghdad, baghdad.liaison, 'cross-check', 'judged-for-this-act'));
    expect((await play.task(baghdad, 'person-checks')).status).toBe('open');
    good(await play.decide(baghdad, baghdad.reviewer, 'person-checks', 'proceed'));
    good(await play.decide(baghdad, baghdad.reviewer, 'request-legal-review', 'approved'));
    good(await play.decide(baghdad, baghdad.approver, 'request-approval', 'approved'));
    good(await play.send(baghdad, { step: 'transmission' }));
    good(await play.decide(erbil, erbil.liaison, 'receipt', 'received'));
  });

  it('is begun anew by the other side, which reads nothing of what the first found', async () => {
    const found = await candidatesFor(erbil);
    expect(found.map(({ kind, decision }) => [kind, decision]).sort()).toEqual([
      ['custody', null],
      ['sentence', null],
    ]);
    const answer = () => play.decide(erbil, erbil.liaison, 'cross-check-there', 'known');
    expect(expectProblem(await answer(), 409, 'candidates-undecided')).toMatchObject({ count: 2 });
    good(await findOf(erbil, 'custody', 'not-same'));
    good(await findOf(erbil, 'sentence', 'needs-other-side'));
    good(await answer());
    const outcomes = async (office: Office) =>
      (await candidatesFor(office)).map(({ kind, decision }) => `${kind} ${decision?.outcome}`).sort();
    expect(await outcomes(baghdad)).toEqual(['custody not-same', 'sentence same']);
    expect(await outcomes(erbil)).toEqual(['custody not-same', 'sentence needs-other-side']);
    expect(JSON.stringify(await candidatesFor(erbil))).not.toContain('secret of AHTD-BAGHDAD');
    expect(JSON.stringify(await candidatesFor(baghdad))).not.toContain('secret of AHTD-ERBIL');
  });
});

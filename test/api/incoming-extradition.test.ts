import { apiDesk } from '../../platform/demo/api-desk';
import { IncomingCase, type IncomingEvent, readIncomingSample } from '../../platform/demo/incoming-case';
import { beforeTheCourt, refusalTold } from '../../platform/demo/incoming-script';
import { playIncoming } from '../../platform/demo/play-incoming';
import type { Admissibility } from '../../services/cases/get-admissibility';
import type { CaseView } from '../../services/cases/get-case';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';

const receivedAt = '2026-04-07T11:20:00+03:00';
const title = {
  kind: 'arrest-warrant',
  court: 'Sample District Court',
  number: 'B 1-26',
  date: '2026-01-18',
};

describe('requests of a foreign State through the API', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  /** The sample's request for somebody who is no Iraqi and at large. */
  async function opening(changes: object = {}) {
    const { procedure, request } = await readIncomingSample();
    const person = { ...(request.person as object), nationalities: ['SE'], custody: null };
    return { procedure, request: { ...request, person, title, ...changes } };
  }

  async function playAll(item: IncomingCase, events: readonly IncomingEvent[]): Promise<CaseView> {
    for (const event of events) await item.play(event);
    return await item.finished();
  }

  it('stops the sample at the nationality of the person, who is held no longer', async () => {
    const finished = await playIncoming(apiDesk(installation.api), () => undefined);
    expect(finished).toMatchObject({ status: 'closed', outcome: 'refused-for-nationality' });
    expect(finished.custody).toMatchObject([
      { beganAt: '2026-04-06T03:45:00.000Z', endReason: 'held-on-other-grounds' },
    ]);
    expect(finished.daysInCustodyHere).toBe(1);
    const told = finished.facts.map(({ step, recordedBy }) => [step, recordedBy]);
    expect(told).toContainEqual(['arrest', 'Sample officer liaison.baghdad']);
    const { questions } = good(
      await caller.get<Admissibility>('liaison.baghdad', `/cases/${finished.id}/admissibility`),
    );
    const answers = Object.fromEntries(questions.map(({ question, reason }) => [question, reason]));
    expect(answers).toMatchObject({
      nationality: 'dual-national',
      'threshold-requesting-law': 'maximum-reaches-threshold',
      'threshold-requested-law': 'maximum-not-in-figures',
      'threshold-sentence': 'title-missing',
    });
    const alarm = await installation.register.prisma.mail.findMany({
      where: { caseId: finished.id, template: 'recorded-late' },
    });
    expect(alarm.length).toBeGreaterThan(0);
  });

  it('proposes an order of the States that ask, and decides none', async () => {
    const [offence] = (await readIncomingSample()).request.offences as object[];
    const concurrentRequests = [{ state: 'JO', reference: 'SAMPLE-JO-1' }, { state: 'SA' }];
    const offences = [{ ...offence, statesHarmed: ['JO'] }];
    const changes = { concurrentRequests, offences, title: { ...title, number: 'B 2-26' } };
    const { id } = good(await caller.post<CaseView>('liaison.baghdad', '/cases', await opening(changes)));
    const { proposed } = good(
      await caller.get<{ proposed: object[] }>('liaison.baghdad', `/cases/${id}/concurrent-requests`),
    );
    expect(proposed).toEqual([
      { state: 'JO', reference: 'SAMPLE-JO-1', place: 1, reason: 'state-harmed' },
      { state: 'SE', reference: null, place: 2, reason: 'state-of-nationality' },
      { state: 'SA', reference: null, place: 3, reason: 'none' },
    ]);
  });

  it('are not made again for what a court has refused, and name the earlier case to who may see it', async () => {
    const item = new IncomingCase(apiDesk(installation.api), () => undefined);
    await item.open(await opening());
    const again = await opening({ title: { ...title, court: 'SAMPLE  district court' } });
    const inUse = await caller.post('liaison.baghdad', '/cases', again);
    expectProblem(inUse, 409, 'warrant-in-use');
    const told = refusalTold(receivedAt, 'territoriality').map((event) => ({ ...event, at: receivedAt }));
    const refused = await playAll(item, [...beforeTheCourt(receivedAt, 'refused'), ...told]);
    expect(refused).toMatchObject({ status: 'closed', outcome: 'refused-by-court' });

    const barred = await caller.post('liaison.baghdad', '/cases', again);
    expectProblem(barred, 409, 'barred-by-refusal');
    expect(barred.body).toMatchObject({ earlierCase: refused.id });
    const elsewhere = await caller.post('liaison.erbil', '/cases', again);
    expectProblem(elsewhere, 409, 'barred-by-refusal');
    expect(JSON.stringify(elsewhere.body)).not.toContain(refused.id);

    const other = await opening({ title: { ...title, number: 'B 3-26' } });
    const { id } = good(await caller.post<CaseView>('liaison.baghdad', '/cases', other));
    const edited = { baseVersion: 1, request: again.request };
    const edit = await caller.put('liaison.baghdad', `/cases/${id}/content`, edited);
    expectProblem(edit, 409, 'barred-by-refusal');
  });
});

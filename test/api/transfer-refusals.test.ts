import { type Installation, startInstallation } from '../support/installation';
import { appoint } from './appoint';
import { Caller, expectProblem, good } from './caller';
import { liaison, requestOf } from './case-play';
import { TransferPlay } from './transfer-play';
import { baghdad, erbil, transferOpening } from './transfer-samples';

describe('a transfer is refused', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  it('the second of two approvers who sign at the same instant', async () => {
    const play = await TransferPlay.open(caller, baghdad);
    good(await play.decide(baghdad, baghdad.liaison, 'cross-check', 'nobody-known'));
    await appoint(installation, 'seat.02', ['legal-reviewer']);
    const { id } = await play.task(baghdad, 'request-legal-review');
    const { contentHash } = await play.read(baghdad);
    const body = { outcome: 'approved', contentHash };
    const answers = await Promise.all(
      [baghdad.reviewer, 'seat.02'].map((officer) => caller.post(officer, `/tasks/${id}/decision`, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const late = answers.find(({ status }) => status === 409);
    if (late) expectProblem(late, 409, 'already-decided');
    expect(
      (await play.read(baghdad)).decisions.filter(({ step }) => step === 'request-legal-review#1'),
    ).toHaveLength(1);
  });

  it('on a warrant that another open case carries out, however it is typed, and not once that is closed', async () => {
    const first = await TransferPlay.open(caller, baghdad);
    const { warrant } = (await first.read(baghdad)).request as { warrant: Record<string, string> };
    const again = transferOpening(baghdad, {
      warrant: { ...warrant, court: ` ${warrant.court?.toUpperCase()}  ` },
    });
    expectProblem(await caller.post(liaison, '/cases', again), 409, 'warrant-in-use');
    const ending = { outcome: 'withdrawn', reason: 'no need' };
    good(await caller.post(baghdad.manager, `/cases/${first.caseId}/ending`, ending));
    good(await caller.post(liaison, '/cases', again));
  });

  it.each([
    [
      'an arrest before the warrant',
      { arrest: { at: '2026-02-14T10:00:00+03:00', place: 'Erbil' } },
      '/request/arrest/at',
      'arrest-before-warrant',
    ],
    [
      'an arrest that has not been',
      { arrest: { at: '2199-02-14T10:00:00+03:00', place: 'Erbil' } },
      '/request/arrest/at',
      'in-the-future',
    ],
    ['one side on both ends', { from: 'FED' }, '/request/from', 'one-side-only'],
    [
      'a request that is the other side’s to make',
      { from: 'FED', to: 'KRG' },
      '/request/to',
      'not-your-side',
    ],
  ])('with %s', async (_name, changes, pointer, code) => {
    const problem = expectProblem(
      await caller.post(liaison, '/cases', transferOpening(baghdad, changes)),
      422,
      'invalid-input',
    );
    expect(problem.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('with the request of another procedure as its new content', async () => {
    const play = await TransferPlay.open(caller, erbil);
    const body = { baseVersion: 1, request: await requestOf() };
    const problem = expectProblem(
      await caller.put(erbil.liaison, `/cases/${play.caseId}/content`, body),
      422,
      'invalid-input',
    );
    expect(problem.errors).toEqual([
      expect.objectContaining({ pointer: '/request', code: 'other-procedure' }),
    ]);
  });
});

import type { CaseSummary } from '../../services/cases/case-summary';
import type { TaskView } from '../../services/tasks/task-view';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { TransferPlay } from './transfer-play';
import { baghdad, erbil, transferOpening } from './transfer-samples';

interface Request {
  readonly from: string;
  readonly to: string;
  readonly warrant: { readonly court: string; readonly number: string };
}

describe('an edit of a transfer', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  async function edit(play: TransferPlay, change: (request: Request) => object) {
    const { request, contentVersion } = await play.read(baghdad);
    const changed = { ...request, ...change(request as unknown as Request) };
    const body = { baseVersion: contentVersion, request: changed };
    return await caller.put<CaseSummary>(baghdad.liaison, `/cases/${play.caseId}/content`, body);
  }

  const openOn = (warrant: object) =>
    caller.post<CaseSummary>(baghdad.liaison, '/cases', transferOpening(baghdad, { warrant }));

  it('of a mistyped warrant takes the right one, and gives the other free', async () => {
    const play = await TransferPlay.open(caller, baghdad);
    const { warrant } = (await play.read(baghdad)).request as unknown as Request;
    const right = { ...warrant, number: 'SAMPLE-RIGHT-1' };
    good(await edit(play, () => ({ warrant: right })));
    expectProblem(await openOn(right), 409, 'warrant-in-use');
    good(await openOn(warrant));
  });

  it('does not take a warrant on which another case is open, and changes nothing then', async () => {
    const [first, second] = [await TransferPlay.open(caller), await TransferPlay.open(caller)];
    const { warrant } = (await first.read(baghdad)).request as unknown as Request;
    expectProblem(await edit(second, () => ({ warrant })), 409, 'warrant-in-use');
    const after = await second.read(baghdad);
    expect(after.contentVersion).toBe(1);
    good(await second.decide(baghdad, baghdad.liaison, 'cross-check', 'nobody-known'));
  });

  it('does not turn it round', async () => {
    const play = await TransferPlay.open(caller, baghdad);
    const { errors } = expectProblem(
      await edit(play, ({ from, to }) => ({ from: to, to: from })),
      422,
      'invalid-input',
    );
    expect(errors).toMatchObject([{ pointer: '/request/to', code: 'direction-fixed' }]);
  });

  it('that says that the person is held already shows the case to the side that holds him, with his arrest to record', async () => {
    const play = await TransferPlay.open(caller, baghdad);
    const url = `/cases/${play.caseId}`;
    const tasks = async () => {
      const { items } = good(await caller.get<{ items: TaskView[] }>(erbil.liaison, '/tasks?limit=200'));
      return items.filter(({ caseId }) => caseId === play.caseId).map(({ step, queue }) => [step, queue]);
    };
    expect((await caller.get(erbil.liaison, url)).status).toBe(404);
    expect(await tasks()).toEqual([]);
    const arrest = { at: new Date(Date.now() - 3_600_000).toISOString(), place: 'Erbil' };
    good(await edit(play, () => ({ arrest })));
    const { parties } = await play.read(erbil);
    expect(await tasks()).toEqual([['arrest', 'todo']]);
    good(await edit(play, () => ({ arrest, note: 'Invented: his brother was told' })));
    expect((await play.read(erbil)).parties?.sharedAt).toBe(parties?.sharedAt);
  });

  it('has everybody whom the search offers looked at again', async () => {
    const [earlier, later] = [await TransferPlay.open(caller), await TransferPlay.open(caller)];
    const { person } = (await earlier.read(baghdad)).request as unknown as { person: object };
    good(await edit(later, () => ({ person })));
    const search = await caller.post<{ candidates: { personId: string }[] }>(
      baghdad.liaison,
      '/cross-checks',
      { caseId: later.caseId },
    );
    for (const { personId } of good(search).candidates) {
      const body = { personId, outcome: 'not-same', reason: 'Invented: a namesake' };
      good(await caller.post(baghdad.liaison, `/cases/${later.caseId}/cross-check-decisions`, body));
    }
    good(await edit(later, () => ({ note: 'Invented: a word more' })));
    expectProblem(
      await later.decide(baghdad, baghdad.liaison, 'cross-check', 'nobody-known'),
      409,
      'candidates-undecided',
    );
  });
});

describe('a transfer that rests', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  it('is not sent; what was sent is acknowledged all the same', async () => {
    const play = await (await TransferPlay.open(caller, baghdad)).to('approved');
    const suspend = () =>
      caller.post(baghdad.manager, `/cases/${play.caseId}/suspension`, { reason: 'wait' });
    good(await suspend());
    expectProblem(await play.send(baghdad, { step: 'transmission' }), 409, 'suspended');
    good(await caller.post(baghdad.manager, `/cases/${play.caseId}/resumption`, { reason: 'go on' }));
    await play.to('transmitted');
    good(await suspend());
    good(await play.decide(erbil, erbil.liaison, 'receipt', 'received'));
    expectProblem(
      await play.decide(erbil, erbil.liaison, 'cross-check-there', 'nobody-known'),
      409,
      'suspended',
    );
  });
});

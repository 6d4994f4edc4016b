import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { uploadProof } from './case-play';
import { TransferPlay } from './transfer-play';
import { baghdad, erbil } from './transfer-samples';

describe('what one side gives the other', () => {
  let installation: Installation;
  let caller: Caller;
  let play: TransferPlay;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    play = await TransferPlay.open(caller, erbil);
  });
  afterAll(() => installation.stop());

  it('is nothing before the request has gone out', async () => {
    await play.to('approved');
    expectProblem(await play.send(erbil, { kind: 'question' }), 409, 'not-transmitted');
  });

  it('is the request, with a receipt that its own side cannot give', async () => {
    await play.to('transmitted');
    const [request] = (await play.read(erbil)).messages;
    expect(request).toMatchObject({
      kind: 'request',
      from: erbil.agency,
      to: baghdad.agency,
      contentVersion: 1,
      receivedAt: null,
      receivedBy: null,
    });
    const { id } = await play.task(baghdad, 'receipt');
    const { contentHash } = await play.read(erbil);
    const receipt = { outcome: 'received', contentHash };
    expectProblem(await caller.post(erbil.liaison, `/tasks/${id}/decision`, receipt), 404, 'not-found');
    expectProblem(await caller.post(baghdad.manager, `/tasks/${id}/decision`, receipt), 403, 'wrong-role');
    await play.to('received');
    const [sent] = (await play.read(erbil)).messages;
    const [got] = (await play.read(baghdad)).messages;
    expect([sent?.receivedAt, sent?.receivedBy]).toEqual([expect.any(String), baghdad.agency]);
    expect([got?.receivedAt, got?.receivedBy]).toEqual([sent?.receivedAt, 'Sample officer liaison.baghdad']);
    expect({ ...got, receivedBy: '' }).toEqual({ ...sent, receivedBy: '' });
  });

  it('is a question, its answer with a document, and a receipt of each', async () => {
    good(await play.send(baghdad, { kind: 'question' }, { text: 'Which scar does he have?' }));
    expect((await play.task(erbil, 'answer')).status).toBe('open');
    expect((await play.read(baghdad)).tasks.map(({ step }) => step)).not.toContain('answer');
    const documents = [await uploadProof(caller, erbil.liaison, 'photograph of a scar')];
    good(await play.send(erbil, { step: 'answer' }, { text: 'On the left hand.', documents }));
    good(await play.decide(erbil, erbil.liaison, 'message-receipt', 'received'));
    good(await play.decide(baghdad, baghdad.liaison, 'message-receipt', 'received'));
    const [asked, answered] = (await play.read(baghdad)).messages.slice(1);
    expect(asked).toMatchObject({
      kind: 'question',
      text: 'Which scar does he have?',
      receivedBy: erbil.agency,
    });
    expect(answered).toMatchObject({
      kind: 'answer',
      text: 'On the left hand.',
      documents,
      answers: 'answer#1',
      receivedBy: 'Sample officer liaison.baghdad',
    });
    expect((await caller.get(baghdad.liaison, `/documents/${documents[0]}/content`)).status).toBe(200);
  });

  it('is not given by who is of the side but not its liaison officer', async () => {
    const { contentHash } = await play.read(baghdad);
    const path = `/cases/${play.caseId}/messages`;
    const word = { kind: 'information', text: 'word', contentHash };
    expectProblem(
      await caller.post(baghdad.manager, path, { kind: word.kind, text: word.text }),
      403,
      'wrong-role',
    );
  });
});

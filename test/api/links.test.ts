import { randomUUID } from 'node:crypto';
import { checkProjections } from '../../activities/register/rebuild';
import { readInformationSample, requestOf } from '../../platform/demo/information-sample';
import type { CaseSummary } from '../../services/cases/case-summary';
import type { CaseGraph } from '../../services/cases/get-case-graph';
import { type Installation, startInstallation } from '../support/installation';
import { Caller, expectProblem, good } from './caller';
import { liaison, openCase, openingOf, readCase, uploadProof } from './case-play';
import { TransferPlay } from './transfer-play';
import { baghdad, erbil } from './transfer-samples';

/** A request for information that names the case that it is for. */
const informationRequest = async (linkedCase: string) => requestOf(await readInformationSample(), linkedCase);

interface Related {
  readonly items: readonly { readonly caseId: string; readonly why: readonly string[] }[];
}

let installation: Installation;
let caller: Caller;

beforeAll(async () => {
  installation = await startInstallation();
  await installation.startWorker();
  caller = new Caller(installation);
});
afterAll(() => installation.stop());

const secret = 'Invented: seen in both files';
const link = (id: string, to: string, kind = 'same-person', officer = liaison) =>
  caller.post(officer, `/cases/${id}/links`, { caseId: to, kind, note: secret });
const unlink = (id: string, to: string, kind = 'same-person') =>
  caller.post(liaison, `/cases/${id}/link-removals`, { caseId: to, kind, reason: secret });
const consult = (id: string, role: string, officer = liaison) =>
  caller.post(officer, `/cases/${id}/advice`, { role, question: 'Invented: what do you say?' });
const related = async (id: string, officer = liaison) =>
  good(await caller.get<Related>(officer, `/cases/${id}/related`)).items;
const timeline = async (id: string, officer = liaison) =>
  good(await caller.get<{ type: string; note: unknown }[]>(officer, `/cases/${id}/timeline`));

/** All that an officer reads of a case, as one text. */
async function everythingOf(id: string, officer: string): Promise<string> {
  const paths = ['', '/timeline', '/related', '/graph'].map((part) => `/cases/${id}${part}`);
  const lists = ['/cases?limit=200', '/tasks?limit=200'];
  const answers = await Promise.all([...paths, ...lists].map((path) => caller.get(officer, path)));
  return JSON.stringify(answers.map(good));
}

describe('what cases have in common', () => {
  let one: string;
  let two: CaseSummary;
  let hidden: CaseSummary;

  beforeAll(async () => {
    one = (await openCase(caller)).id;
    two = await openCase(caller);
    hidden = good(
      await caller.post<CaseSummary>('liaison.erbil', '/cases', await openingOf({ originSide: 'KRG' })),
    );
  });

  it('is said only of cases that both may be seen; of another there is none', async () => {
    const without = ({ body }: Awaited<ReturnType<typeof link>>) => ({ ...(body as object), instance: '' });
    const answers = [await link(one, hidden.id), await link(one, randomUUID())];
    for (const answer of answers) expectProblem(answer, 404, 'not-found');
    const [first, second] = answers.map(without);
    expect(first).toEqual(second);
    expectProblem(await link(hidden.id, one), 404, 'not-found');
    expectProblem(await link(one, two.id, 'same-person', 'liaison.erbil'), 404, 'not-found');
  });

  it('is said once, from either end, and never of the case itself', async () => {
    good(await link(one, two.id));
    expectProblem(await link(one, two.id), 409, 'already-linked');
    expectProblem(await link(two.id, one), 409, 'already-linked');
    expectProblem(await link(one, one), 422, 'linked-to-itself');
    for (const kind of ['batch', 'names', 'other'])
      expectProblem(await link(one, two.id, kind), 422, 'invalid-input');
  });

  it('is seen from both ends by who may see both', async () => {
    const [from, to] = [await readCase(caller, one), await readCase(caller, two.id)];
    const said = { kind: 'same-person', madeIn: one, note: secret };
    expect(from.links).toEqual([expect.objectContaining({ ...said, reference: two.reference })]);
    expect(to.links).toEqual([expect.objectContaining({ ...said, caseId: one })]);
    expect(await related(two.id)).toMatchObject([{ caseId: one, why: ['same-person'] }]);
    expect(await checkProjections(installation.register.prisma, one)).toEqual([]);
  });

  it('is told to nobody who may not see the other, also not by who asks him for advice', async () => {
    const adviser = 'approver.foreign';
    expectProblem(await caller.get(adviser, `/cases/${one}`), 404, 'not-found');
    expectProblem(await consult(one, 'regional-approver'), 422, 'nobody-to-ask');
    expectProblem(await consult(one, 'auditor'), 422, 'invalid-input');
    good(await consult(one, 'foreign-ministry-approver'));
    const read = await readCase(caller, one, adviser);
    expect([read.links, await related(one, adviser)]).toEqual([[], []]);
    const text = await everythingOf(one, adviser);
    expect([two.id, two.reference, secret].filter((word) => text.includes(word))).toEqual([]);
    expect((await timeline(one)).map(({ type }) => type)).toContain('caseLinked');
  });

  it('is answered by the role that was asked, and told to who asked', async () => {
    const read = await readCase(caller, one, 'approver.foreign');
    const { id } = read.tasks.find(({ step }) => step === 'advice') ?? { id: '' };
    const answer = { outcome: 'given', reason: 'Invented: go on', contentHash: read.contentHash };
    expectProblem(await caller.post('approver.legal', `/tasks/${id}/decision`, answer), 403, 'wrong-role');
    expectProblem(await caller.post(liaison, `/tasks/${id}/decision`, answer), 403, 'four-eyes');
    good(await caller.post('approver.foreign', `/tasks/${id}/decision`, answer));
    expect((await readCase(caller, one)).advice).toMatchObject([
      {
        role: 'foreign-ministry-approver',
        question: 'Invented: what do you say?',
        answer: 'Invented: go on',
      },
    ]);
    const mails = await installation.register.prisma.mail.findMany({
      where: { caseId: one, template: 'advice-given' },
      include: { officer: true },
    });
    expect(mails.map(({ officer }) => officer.subject)).toEqual([liaison]);
  });

  it('is taken back with a reason, where it was said', async () => {
    expectProblem(await unlink(two.id, one), 409, 'not-linked');
    good(await unlink(one, two.id));
    expect((await readCase(caller, two.id)).links).toEqual([]);
    expect((await timeline(one)).at(-1)).toMatchObject({ type: 'caseUnlinked', note: secret });
    good(await link(two.id, one, 'same-act'));
    expect(await related(one)).toEqual([]);
    expect(await checkProjections(installation.register.prisma, one)).toEqual([]);
  });

  it('follows from a cross-check, an information request, and from what a case takes up', async () => {
    const { prisma } = installation.register;
    const person = await prisma.person.findFirstOrThrow({ where: { content: { caseId: two.id } } });
    const decided = { personId: person.id, outcome: 'same', reason: secret };
    good(await caller.post(liaison, `/cases/${one}/cross-check-decisions`, decided));
    expect(await related(two.id)).toMatchObject([{ caseId: one, why: ['cross-check'] }]);
    expect(await related(two.id, 'auditor')).toMatchObject([{ caseId: one, why: ['cross-check'] }]);

    const same = { ...decided, outcome: 'not-same' };
    good(await caller.post(liaison, `/cases/${one}/cross-check-decisions`, same));
    expect(await related(one)).toEqual([]);

    const { id: question } = good(
      await caller.post<CaseSummary>(liaison, '/cases', {
        procedure: 'information-exchange',
        request: await informationRequest(two.id),
      }),
    );
    expect(await related(two.id)).toMatchObject([{ caseId: question, why: ['named-by'] }]);
    expect((await readCase(caller, question)).links).toMatchObject([{ caseId: two.id, kind: 'names' }]);
    const edit = { baseVersion: 1, request: await informationRequest(one) };
    good(await caller.put(liaison, `/cases/${question}/content`, edit));
    expect([await related(two.id), await related(one)]).toMatchObject([
      [],
      [{ caseId: question, why: ['named-by'] }],
    ]);

    const ending = { outcome: 'withdrawn', reason: secret };
    good(await caller.post('manager.baghdad', `/cases/${two.id}/ending`, ending));
    expectProblem(await link(two.id, one), 409, 'case-closed');
    const opening = { ...(await openingOf()), reopens: two.id };
    const { id: third } = good(await caller.post<CaseSummary>(liaison, '/cases', opening));
    expect(await related(third)).toMatchObject([{ caseId: two.id, why: ['takes-up'], status: 'closed' }]);
    const back = (await related(two.id)).find(({ caseId }) => caseId === third);
    expect(back).toMatchObject({ why: ['taken-up-by'] });
    good(await consult(third, 'foreign-ministry-approver'));
    expect((await everythingOf(third, 'approver.foreign')).includes(two.id)).toBe(false);
  });
});

describe('a note', () => {
  it('is added with documents by who works on the case, and read by who sees it', async () => {
    const { id } = await openCase(caller);
    const documentId = await uploadProof(caller, 'approver.legal', 'note');
    const said = { text: 'Invented: call back', documents: [documentId] };
    good(await caller.post('approver.legal', `/cases/${id}/notes`, said));
    expect((await readCase(caller, id)).notes).toEqual([expect.objectContaining(said)]);
    expect((await timeline(id)).at(-1)).toMatchObject({ type: 'noteAdded', note: said.text });
    expect((await caller.get(liaison, `/documents/${documentId}/content`)).status).toBe(200);
    for (const bad of [{}, { text: ' ' }, { text: 'x', documents: ['x'] }, { text: 'x', officer: 'me' }])
      expectProblem(await caller.post(liaison, `/cases/${id}/notes`, bad), 422, 'invalid-input');
    expectProblem(await caller.post('approver.council', `/cases/${id}/notes`, said), 404, 'not-found');
  });
});

describe('in a case between two sides', () => {
  let play: TransferPlay;
  let both: TransferPlay;
  let own: string;

  beforeAll(async () => {
    const arrest = { at: new Date(Date.now() - 7_200_000).toISOString(), place: 'Erbil' };
    const warrant = (number: string) => ({
      court: 'Sample court',
      number,
      date: '2026-01-10',
      article: 'art. 5',
    });
    play = await TransferPlay.open(caller, baghdad, { arrest, warrant: warrant('SAMPLE-L1') });
    both = await TransferPlay.open(caller, baghdad, { arrest, warrant: warrant('SAMPLE-L2') });
    own = (await openCase(caller)).id;
    good(await link(play.caseId, own, 'same-act'));
    good(await link(play.caseId, both.caseId));
    good(await caller.post(baghdad.liaison, `/cases/${play.caseId}/notes`, { text: 'secret of Baghdad' }));
    good(await caller.post(erbil.liaison, `/cases/${play.caseId}/notes`, { text: 'secret of Erbil' }));
    good(await consult(play.caseId, 'regional-approver', erbil.liaison));
  });

  it('the other side sees the links to cases that it may see, without what was noted', async () => {
    const { links } = await play.read(erbil);
    const seen = { caseId: both.caseId, linkedBy: baghdad.agency, note: null };
    expect(links).toEqual([expect.objectContaining(seen)]);
    expect((await play.read(baghdad)).links).toHaveLength(2);
    expect((await both.read(erbil)).links).toMatchObject([{ caseId: play.caseId, note: null }]);
    const text = await everythingOf(play.caseId, erbil.liaison);
    expect([own, secret].filter((word) => text.includes(word))).toEqual([]);
    expectProblem(await link(play.caseId, both.caseId, 'same-act', erbil.liaison), 403, 'wrong-role');
  });

  it('each side has its notes for itself', async () => {
    const texts = await Promise.all([baghdad, erbil].map((side) => everythingOf(play.caseId, side.liaison)));
    expect(texts.map((text) => text.includes('secret of Baghdad'))).toEqual([true, false]);
    expect(texts.map((text) => text.includes('secret of Erbil'))).toEqual([false, true]);
    expect((await play.read(erbil)).notes).toHaveLength(1);
  });

  it('each side has its advice for itself', async () => {
    const read = await readCase(caller, play.caseId, 'approver.erbil');
    const task = read.tasks.find(({ step }) => step === 'advice');
    const answer = { outcome: 'given', reason: 'secret of Erbil', contentHash: read.contentHash };
    good(await caller.post('approver.erbil', `/tasks/${task?.id}/decision`, answer));
    const { advice, decisions, tasks } = await play.read(baghdad);
    expect([advice, decisions.filter(({ stage }) => stage === 'advice')]).toEqual([[], []]);
    expect(tasks.map(({ step }) => step)).not.toContain('advice');
    const { nodes } = good(await caller.get<CaseGraph>(baghdad.liaison, `/cases/${play.caseId}/graph`));
    expect(nodes.find(({ name }) => name === 'advice')).toMatchObject({ visits: 0 });
    expect(JSON.stringify(await timeline(play.caseId, baghdad.liaison))).not.toContain('advice');
    expect((await play.read(erbil)).advice).toMatchObject([{ answer: 'secret of Erbil' }]);
  });
});

import { randomUUID } from 'node:crypto';
import { type CaseGraph, type CaseNode, caseGraphSchema } from '../../services/cases/get-case-graph';
import { type Installation, startInstallation } from '../support/installation';
import { type Answer, Caller, expectProblem, good } from './caller';
import { decide, deliver, liaison, openCase, record } from './case-play';

const hostile = `<script>alert(1)</script> & "Ann" 'O''Hara' \u202Egnol ${'x'.repeat(80)}`;

describe('the picture of a case', () => {
  let installation: Installation;
  let caller: Caller;
  /** Asked for with provisional arrest: it has been arrested for, and the file was sent and received. */
  let caseId: string;
  let graph: CaseGraph;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
    const where = { subject: 'approver.legal' };
    await installation.register.prisma.officer.update({ where, data: { name: hostile } });
    caseId = (await openCase(caller, { urgency: 'provisional-arrest-requested' })).id;
    good(await decide(caller, 'approver.legal', caseId, 'urgent-approval'));
    for (const [step, outcome, occurredAt] of [
      ['provisional-arrest-request', 'sent', '2026-03-01T09:00:00Z'],
      ['provisional-arrest', 'arrested', '2026-03-03T22:30:00Z'],
    ] as const) {
      good(await record(caller, 'liaison.ncb', caseId, { step, outcome, occurredAt }));
    }
    graph = good(await caller.get<CaseGraph>(liaison, `/cases/${caseId}/graph`));
  });
  afterAll(() => installation.stop());

  const node = (name: string, from = graph): CaseNode => {
    const found = from.nodes.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no node ${name}`);
    return found;
  };
  const picture = (id: string, query = '', headers = {}): Promise<Answer<string>> =>
    caller.get<string>(liaison, `/cases/${id}/picture.svg${query}`, headers);

  it('comes with its graph: who did what and when, what is open until when, what is to come', () => {
    expect(caseGraphSchema.parse(graph)).toEqual(graph);
    expect(graph).toMatchObject({
      caseId,
      procedure: 'outgoing-extradition',
      zone: 'Asia/Baghdad',
      closedAt: null,
    });
    expect(node('urgent-approval')).toMatchObject({
      state: 'done',
      outcome: 'approved',
      officer: hostile,
      visits: 1,
    });
    expect(node('provisional-arrest')).toMatchObject({
      state: 'done',
      outcome: 'arrested',
      occurredAt: '2026-03-03T22:30:00.000Z',
    });
    expect(node('legal-review')).toMatchObject({
      state: 'open',
      role: 'legal-reviewer',
      officer: null,
      dueAt: expect.stringMatching(/Z$/),
    });
    expect(node('transmission').state).toBe('to-come');
    expect(node('fact-correction')).toMatchObject({ state: 'to-come', aside: true });
    expect(node('end').state).toBe('to-come');
  });

  it('shows a legal limit at the step that keeps it', () => {
    expect(node('receipt').limits.map(({ rule }) => rule)).toContain('SWE23-40');
    expect(node('transmission').limits).toEqual([]);
  });

  it('tells the ways that were taken from those that were not', () => {
    const taken = graph.edges
      .filter((edge) => edge.taken)
      .map(({ from, outcome, to }) => `${from} ${outcome} ${to}`);
    expect(taken).toEqual(
      expect.arrayContaining([
        'start null request-checklist',
        'person-checks clear legal-review',
        'urgent-approval approved provisional-arrest-request',
        'provisional-arrest arrested release-abroad',
      ]),
    );
    expect(taken.filter((way) => /refused|stop/.test(way))).toEqual([]);
  });

  it('is an SVG that may load and run nothing, with a name and a description', async () => {
    const { status, headers, body } = await picture(caseId, '?language=en');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body).toMatch(/^<svg [^>]*role="img" aria-labelledby="picture-title picture-description"/);
    expect(body).toContain(
      `<title id="picture-title">Outgoing extradition: case \u2068${graph.reference}\u2069</title>`,
    );
    expect(body).toMatch(/<desc id="picture-description">Steps done: .*Open now: .*Legal review \(/);
    expect(body).toContain('SWE23-40');
    expect(body).toContain('Asia/Baghdad');
  });

  it('shows the name of an officer as text, whatever is in it', async () => {
    const { body } = await picture(caseId, '?language=en');
    expect(body).toContain('&lt;script&gt;alert(1)');
    expect(body).not.toMatch(
      /<script|<foreignObject|<image|<use|<a[ >]|href|style=|\son\w+=|url\(|javascript:|<!/i,
    );
    expect(body).not.toContain('\u202e');
  });

  it.each([
    ['?language=ar', {}, 'ar', 'rtl'],
    ['?language=ckb', { 'accept-language': 'en' }, 'ckb', 'rtl'],
    ['', { 'accept-language': 'ar-IQ,ar;q=0.9' }, 'ar', 'rtl'],
    ['', { 'accept-language': 'fr' }, 'en', 'ltr'],
  ])('asked for as %p with %p is written in %s, %s', async (query, headers, language, direction) => {
    const answer = await picture(caseId, query, headers);
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
    expect(answer.body).toMatch(new RegExp(`^<svg [^>]*lang="${language}"[^>]* direction="${direction}"`));
  });

  it.each(['?language=fr', '?lang=ar', '?language=ar&language=en'])('is not drawn for %s', async (query) => {
    expectProblem(await picture(caseId, query), 422, 'invalid-input');
  });

  it.each(['liaison.erbil', 'approver.foreign', 'secretary'])(
    'of a case that %s may not see is as if there was none',
    async (officer) => {
      for (const part of ['graph', 'picture.svg']) {
        expectProblem(await caller.get(officer, `/cases/${caseId}/${part}`), 404, 'not-found');
        expectProblem(await caller.get(officer, `/cases/${randomUUID()}/${part}`), 404, 'not-found');
      }
    },
  );

  it('has the same states when the case has gone on, and skips what cannot come any more', async () => {
    await deliver(caller, caseId);
    const later = good(await caller.get<CaseGraph>(liaison, `/cases/${caseId}/graph`));
    expect(node('receipt', later)).toMatchObject({
      state: 'done',
      occurredAt: '2026-03-11T08:30:00.000Z',
      limits: [],
    });
    expect(node('opinion', later).state).toBe('open');
    const opinion = { step: 'opinion', outcome: 'manifestly-unfounded', occurredAt: '2026-03-12T08:30:00Z' };
    good(await record(caller, liaison, caseId, opinion));
    const unfounded = good(await caller.get<CaseGraph>(liaison, `/cases/${caseId}/graph`));
    expect(node('judgment', unfounded).state).toBe('skipped');
    expect(node('surrender', unfounded).state).toBe('skipped');
    expect(node('refusal-follow-up', unfounded).state).toBe('to-come');
  });
});

describe('the picture of a procedure', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  it('is there without a case, for everybody who signs in', async () => {
    const answer = await caller.get<string>(
      'admin',
      '/procedures/outgoing-extradition/picture.svg?language=ar',
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('طلب تسليم صادر');
  });

  it.each(['no-such', 'constructor', 'to-string'])('of %s is not there', async (name) => {
    expectProblem(await caller.get('admin', `/procedures/${name}/picture.svg`), 404, 'not-found');
  });
});

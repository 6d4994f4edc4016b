import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages } from '../../locales';
import { projectRoot } from '../../platform/config';
import { samplePdf } from '../../platform/demo/sample-files';
import type { CaseSummary } from '../../services/cases/case-summary';
import { type Installation, startInstallation } from '../support/installation';
import { type Answer, Caller, expectProblem, good, type Problem } from './caller';
import { liaison, openCase, openingOf, readCase } from './case-play';

describe('opening a case', () => {
  let installation: Installation;
  let caller: Caller;

  beforeAll(async () => {
    installation = await startInstallation();
    await installation.startWorker();
    caller = new Caller(installation);
  });
  afterAll(() => installation.stop());

  const open = async (changes: object) => caller.post(liaison, '/cases', await openingOf(changes));
  const pointersOf = (problem: Problem) => problem.errors?.map((fault) => fault.pointer).sort();

  /** Sends an opening that must be refused and makes sure that no list shows a case of it. */
  async function refused(body: unknown): Promise<Answer> {
    const before = await caller.get<{ items: [] }>('auditor', '/cases');
    const answer = await caller.post(liaison, '/cases', body);
    const after = await caller.get<{ items: [] }>('auditor', '/cases');
    expect(good(after)).toEqual(good(before));
    return answer;
  }

  it('answers 201 with a reference and what is still missing from the request', async () => {
    const upload = await caller.upload<{ id: string }>(liaison, 'warrant.pdf', samplePdf('warrant'));
    const documents = [{ item: 'arrest-warrant', documentId: good(upload).id, certified: true }];
    const answer = await caller.post<CaseSummary>(liaison, '/cases', await openingOf({ documents }));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      reference: expect.stringMatching(/^TAS-\d{4}-\d{6}$/),
      status: 'legal-review',
      agency: 'AHTD-BAGHDAD',
      gaps: [
        'statement-of-facts',
        'text-of-provisions',
        'identity',
        'photograph',
        'evidence-of-participation',
        'translation-sv',
      ],
    });
  });

  it('can be read at once by who opened it, as it was sent', async () => {
    const { id } = await openCase(caller, { originUnit: 'Invented unit' });
    expect(await readCase(caller, id)).toMatchObject({ id, request: { originUnit: 'Invented unit' } });
  });

  it('gives no reference twice', async () => {
    const cases = await Promise.all(Array.from({ length: 5 }, () => openCase(caller)));
    expect(new Set(cases.map((item) => item.reference)).size).toBe(5);
  });

  it('is refused for a procedure that there is not', async () => {
    const { request } = await openingOf();
    const answer = await refused({ procedure: 'rendition', request });
    expect(pointersOf(expectProblem(answer, 422, 'invalid-input'))).toEqual(['/procedure']);
  });

  it('is refused with all faults at once: missing, malformed, unknown', async () => {
    const opening = await openingOf({ requestedState: 'Sweden', offences: [], nickname: 'S' });
    const { originUnit: _dropped, ...request } = opening.request as Record<string, unknown>;
    const answer = await refused({ ...opening, request, status: 'approved', 'a/b~c': 1 });
    const faults = ['nickname', 'offences', 'originUnit', 'requestedState'].map((name) => `/request/${name}`);
    expect(pointersOf(expectProblem(answer, 422, 'invalid-input'))).toEqual(
      ['/a~1b~0c', ...faults, '/status'].sort(),
    );
  });

  it('points into lists', async () => {
    const documents = [{ item: 'identity', documentId: 'none' }];
    const problem = expectProblem(await open({ documents }), 422, 'invalid-input');
    expect(pointersOf(problem)).toEqual(['/request/documents/0/documentId']);
  });

  it('is refused without a title, and leaves no case behind', async () => {
    const problem = expectProblem(await refused(await openingOf({ title: null })), 422, 'invalid-input');
    expect(problem.errors).toEqual([
      expect.objectContaining({ pointer: '/request/title', code: 'cannot-proceed' }),
    ]);
  });

  it('reports the lack of a title with every other fault', async () => {
    const answer = await refused(await openingOf({ title: null, requestedState: 'Sweden' }));
    const problem = expectProblem(answer, 422, 'invalid-input');
    expect(pointersOf(problem)).toEqual(['/request/requestedState', '/request/title']);
  });

  it('is refused with dates that contradict each other or lie in the future', async () => {
    const said = JSON.parse(JSON.stringify(await openingOf()));
    said.request.offences[0].circumstances.to = '2024-01-01';
    said.request.title.date = '2199-01-01';
    const dates = expectProblem(await refused(said), 422, 'invalid-input');
    expect(dates.errors).toEqual([
      expect.objectContaining({ pointer: '/request/title/date', code: 'in-the-future' }),
      expect.objectContaining({
        pointer: '/request/offences/0/circumstances/to',
        code: 'ends-before-it-begins',
      }),
    ]);
    const unborn = JSON.parse(JSON.stringify(await openingOf()));
    unborn.request.person.birth.date = '2025-12-31';
    const birth = expectProblem(await refused(unborn), 422, 'invalid-input');
    expect(birth.errors).toEqual([
      expect.objectContaining({ pointer: '/request/person/birth/date', code: 'born-after-the-offence' }),
    ]);
  });

  it('tells each fault in the language of the reader', async () => {
    const details = await Promise.all(
      ['en', 'ar', 'ckb'].map(async (language) => {
        const answer = await caller.post(liaison, '/cases', await openingOf({ title: null }), {
          'accept-language': language,
        });
        return JSON.stringify(answer.body.errors);
      }),
    );
    expect(new Set(details).size).toBe(3);
  });

  it("is refused with a document that is unknown or another officer's", async () => {
    const upload = await caller.upload<{ id: string }>('liaison.erbil', 'other.pdf', samplePdf('other'));
    const ids = [good(upload).id, '00000000-0000-4000-8000-000000000000'];
    const documents = ids.map((documentId) => ({ item: 'identity', documentId }));
    const problem = expectProblem(await refused(await openingOf({ documents })), 422, 'invalid-input');
    expect(problem.errors).toEqual(
      [0, 1].map((at) =>
        expect.objectContaining({ pointer: `/request/documents/${at}/documentId`, code: 'document-unknown' }),
      ),
    );
  });

  it.each([
    ['a NUL character', 'A\u0000B'],
    ['half a surrogate pair', 'A\ud800B'],
  ])('is refused with %s, which no register can hold', async (_name, originUnit) => {
    const answer = await refused(await openingOf({ originUnit }));
    expect(pointersOf(expectProblem(answer, 422, 'invalid-input'))).toEqual(['/request/originUnit']);
  });

  it.each([
    ['nothing', '', 422],
    ['broken', '{"procedure":', 400],
    ['a bare word', 'request', 400],
    ['a list', '[]', 422],
  ])('answers a body that is %s with a problem', async (_name, body, status) => {
    const answer = await caller.as(liaison, 'POST', '/cases', body);
    expectProblem(answer, status, status === 400 ? 'not-json' : 'invalid-input');
  });

  it('answers 413 to a body over the limit', async () => {
    expectProblem(await open({ originUnit: 'x'.repeat(1_100_000) }), 413, 'too-large');
  });

  it('names problems in the language of the reader, the faults by codes and pointers', async () => {
    for (const language of languages) {
      const answer = await caller.post(liaison, '/cases', {}, { 'accept-language': `${language}, fr;q=0.5` });
      const texts = JSON.parse(await readFile(join(projectRoot, 'locales', `${language}.json`), 'utf8'));
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.body.title).toBe(texts['problem.invalid-input']);
    }
  });
});

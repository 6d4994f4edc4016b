import { apiRouter, assertDeclared } from '../../api/api-router';
import { tokenVerifier } from '../../api/authenticate';
import { routes } from '../../api/routes';
import { type Installation, silentLog, startInstallation } from '../support/installation';
import { badAuthorizations, genuineToken } from './bad-tokens';
import { Caller, expectProblem } from './caller';
import { routesOf, type WalkedRoute } from './routes-walked';

const liaisons = ['liaison.baghdad', 'liaison.erbil'];
const approvers = [
  'approver.legal',
  'approver.directorate',
  'approver.council',
  'approver.foreign',
  'approver.erbil',
];
const managers = ['manager.baghdad', 'manager.erbil'];
const workers = [...liaisons, 'liaison.ncb', ...approvers, ...managers];
/** Who looks for a person in the registers of both sides. */
const checkers = [...liaisons, 'liaison.ncb', 'approver.legal', 'approver.erbil', ...managers];
/** Who may act on some step. */
const actors = [...workers, 'secretary', 'seat.01'];
const readers = [...actors, 'auditor'];
const everybody = [...readers, 'admin'];

/** Who gets past the door of each route. Who may act on which step of which case is told elsewhere. */
const admitted: Readonly<Record<string, readonly string[]>> = {
  'GET /me': everybody,
  'GET /procedures': everybody,
  'GET /agencies': everybody,
  'POST /agencies': ['admin'],
  'PUT /agencies/:agency': ['admin'],
  'GET /officers': everybody,
  'POST /officers': ['admin'],
  'PUT /officers/:officerId': ['admin'],
  'GET /directory-changes': ['auditor', 'admin'],
  'GET /cases-to-reassign': managers,
  'POST /cases': [...liaisons, 'secretary'],
  'GET /cases': readers,
  'POST /imports/preview': managers,
  'POST /imports': managers,
  'GET /cases/:caseId': readers,
  'GET /cases/:caseId/timeline': readers,
  'GET /cases/:caseId/graph': readers,
  'GET /cases/:caseId/picture.svg': readers,
  'GET /procedures/:procedure/picture.svg': everybody,
  'PUT /cases/:caseId/content': [...liaisons, 'secretary'],
  'POST /cases/:caseId/facts': actors,
  'GET /cases/:caseId/handover': readers,
  'POST /cases/:caseId/messages': actors,
  'GET /cases/:caseId/questions': readers,
  'POST /cases/:caseId/questions/:number/answer': actors,
  'POST /cases/:caseId/notes': actors,
  'POST /cases/:caseId/advice': actors,
  'POST /cases/:caseId/links': [...liaisons, ...managers],
  'POST /cases/:caseId/link-removals': [...liaisons, ...managers],
  'GET /cases/:caseId/related': readers,
  'POST /cases/:caseId/document-requests': actors,
  'POST /cases/:caseId/document-requests/:requestId/answers': actors,
  'POST /cases/:caseId/corrections': actors,
  'POST /cases/:caseId/votes': ['seat.01'],
  'GET /cases/:caseId/ballot': readers,
  'GET /committee': [...managers, 'secretary', 'seat.01', 'auditor'],
  'PUT /committee': ['secretary'],
  'GET /committee/changes': [...managers, 'secretary', 'seat.01', 'auditor'],
  'POST /cases/:caseId/ending': managers,
  'POST /cases/:caseId/law': managers,
  'POST /cases/:caseId/suspension': managers,
  'POST /cases/:caseId/resumption': managers,
  'PUT /cases/:caseId/responsible-officer': managers,
  'POST /tasks/:taskId/rescission': actors,
  'POST /cross-checks': checkers,
  'POST /cases/:caseId/cross-check-decisions': checkers,
  'GET /cases/:caseId/cross-check-hits': checkers,
  'GET /tasks': readers,
  'POST /tasks/:taskId/decision': actors,
  'POST /tasks/:taskId/claim': [...workers, 'secretary'],
  'POST /tasks/:taskId/release': [...workers, 'secretary'],
  'POST /tasks/:taskId/take-over': managers,
  'GET /tasks/:taskId/holders': readers,
  'GET /tasks/:taskId/candidates': managers,
  'POST /tasks/assignments': managers,
  'GET /substitutions': [...workers, 'auditor'],
  'POST /substitutions': workers,
  'POST /substitutions/:substitutionId/end': workers,
  'GET /overdue': readers,
  'POST /documents': [...workers, 'secretary'],
  'GET /documents/:documentId': readers,
  'GET /documents/:documentId/content': readers,
  'GET /cases/:caseId/admissibility': readers,
  'GET /cases/:caseId/concurrent-requests': readers,
  'POST /deadlines': everybody,
  'GET /instruments': everybody,
  'GET /instruments/:instrument': everybody,
  'GET /calendars': everybody,
  'GET /calendars/:calendar': everybody,
  'GET /calendars/:calendar/changes': everybody,
  'GET /calendar-changes/:revision': everybody,
  'POST /calendars/:calendar/changes/preview': ['admin'],
  'POST /calendars/:calendar/changes': ['admin'],
  'POST /transfer-batches': liaisons,
  'GET /transfer-batches': [...liaisons, ...managers, 'auditor'],
  'GET /transfer-batches/:batchId': [...liaisons, ...managers, 'auditor'],
};

describe('a route', () => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s declares a permission, an audit event and a summary',
    (_name, { permission, auditEvent, summary }) => {
      expect([permission, auditEvent, summary]).toEqual([
        expect.stringMatching(/^[a-z]+\.[a-z-]+$/),
        expect.stringMatching(/^[a-z]+\.[a-z-]+$/),
        expect.stringMatching(/\w/),
      ]);
    },
  );

  it('has an audit event of its own', () => {
    const events = routes.map((route) => route.auditEvent);
    expect(new Set(events).size).toBe(events.length);
  });

  it('without a permission or an audit event stops the start', () => {
    const declared = { method: 'get', path: '/x', permission: 'case.read', auditEvent: 'x.read' } as const;
    expect(() => assertDeclared(declared)).not.toThrow();
    const { permission, auditEvent, ...rest } = declared;
    expect(() => assertDeclared({ ...rest, auditEvent })).toThrow('GET /x');
    expect(() => assertDeclared({ ...rest, permission })).toThrow('GET /x');
  });
});

describe('the router', () => {
  let installation: Installation;
  let caller: Caller;
  let walked: WalkedRoute[];

  beforeAll(async () => {
    installation = await startInstallation();
    caller = new Caller(installation);
    const router = apiRouter(installation.context, tokenVerifier('http://127.0.0.1:1', 'nobody'), silentLog);
    walked = routesOf(router).filter(({ name }) => name !== 'GET /openapi.json');
  });
  afterAll(() => installation.stop());

  const send = (route: WalkedRoute, authorization: string | undefined) =>
    caller.raw(
      route.method,
      route.url,
      route.method === 'GET' ? null : '{}',
      authorization ? { authorization } : {},
    );

  it('has the declared routes and no other', () => {
    const declared = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(walked.map(({ name }) => name).sort()).toEqual(declared.sort());
  });

  it('has only routes of which this test knows whom they admit', () => {
    expect(walked.map(({ name }) => name).sort()).toEqual(Object.keys(admitted).sort());
  });

  it('answers 401 on every route to who does not show a token for this API that is good now', async () => {
    const authorizations = await badAuthorizations();
    const refuse = async (route: WalkedRoute, [fault, authorization]: [string, string | undefined]) => {
      const answer = await send(route, authorization);
      expect({ route: route.name, fault, status: answer.status }).toMatchObject({ status: 401 });
      expectProblem(answer, 401, 'not-signed-in');
    };
    for (const route of walked) {
      await Promise.all(Object.entries(authorizations).map((entry) => refuse(route, entry)));
    }
  });

  it('admits to every route the officers whose roles allow it, and answers 403 to all others', async () => {
    const passes = async (route: WalkedRoute, officer: string) => {
      const answer = await send(route, `Bearer ${await caller.token(officer)}`);
      if (answer.status === 403) expectProblem(answer, 403, 'forbidden');
      else expect([200, 404, 422]).toContain(answer.status);
      return answer.status === 403 ? [] : [officer];
    };
    for (const route of walked) {
      const passed = await Promise.all(everybody.map((officer) => passes(route, officer)));
      expect({ route: route.name, passed: passed.flat() }).toEqual({
        route: route.name,
        passed: admitted[route.name],
      });
    }
  });

  it('answers 403 on every route to a good token that names no officer here', async () => {
    const authorization = `Bearer ${await genuineToken({ subject: 'somebody.else' })}`;
    for (const route of walked) expectProblem(await send(route, authorization), 403, 'officer-unknown');
  });

  it('reads nothing of the body for somebody who may not', async () => {
    const authorization = `Bearer ${await caller.token('admin')}`;
    expectProblem(await caller.raw('POST', '/cases', '{broken', { authorization }), 403, 'forbidden');
    expectProblem(await caller.raw('POST', '/cases', '{broken'), 401, 'not-signed-in');
  });

  it.each([
    ['GET', '/nothing'],
    ['GET', '/'],
    ['PUT', '/cases'],
    ['DELETE', '/cases'],
    ['POST', '/me'],
  ])('answers 404 to %s %s, signed in or not', async (method, path) => {
    expectProblem(await caller.raw(method, path, null), 404, 'not-found');
    expectProblem(await caller.as('liaison.baghdad', method, path, null), 404, 'not-found');
  });

  it('answers 404 as a problem outside the API, too', async () => {
    const response = await fetch(`${installation.url}/nothing`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      expect.stringMatching(/^application\/problem\+json/),
    ]);
  });

  it('answers a path that cannot be read as the fault of who sent it', async () => {
    const answer = await caller.as('liaison.baghdad', 'GET', '/cases/%E0%A4%A', null);
    expect([400, 404]).toContain(answer.status);
  });
});

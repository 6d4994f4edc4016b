import { pino } from 'pino';
import { decide, openCase } from '../api/case-play';
import { until } from '../bad-luck/until';
import { type Composed, startComposed } from './composed';
import { attribute, OtlpReceiver, plantedIn, type ReceivedSpan } from './otlp-receiver';

/** So that what is sent after seconds is sent at once. */
process.env.OTEL_BSP_SCHEDULE_DELAY = '200';

describe('a traced installation', () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
  let receiver: OtlpReceiver;
  let caseId: string;
  let requestId: string | null;

  const writing = (span: ReceivedSpan) =>
    attribute(span, 'db.query.text')?.startsWith('INSERT INTO "public"."CaseEvent"');
  const lineages = () => receiver.spans.filter(writing).map((span) => receiver.lineage(span));

  beforeAll(async () => {
    receiver = await OtlpReceiver.start();
    const composed = await startComposed({ OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.url}/` }, log);
    try {
      await fetch(`${composed.url}/health/live`);
      await fetch(`${composed.url}/metrics`);
      caseId = (await openCase(composed.caller, { originUnit: 'Planted unit' })).id;
      await decide(composed.caller, 'approver.council', caseId, 'legal-review', { reason: 'Planted' });
      const changes = { reason: 'Planted reason' };
      const decided = await decide(composed.caller, 'approver.legal', caseId, 'legal-review', changes);
      expect(decided.status).toBe(201);
      requestId = decided.headers.get('x-request-id');
    } finally {
      await composed.stop();
    }
  });
  afterAll(() => receiver.stop());

  it('shows a decision in one trace: request, Update, workflow, activity, SQL', () => {
    expect(lineages()).toContainEqual([
      'prisma:client:db_query',
      'prisma:client:operation',
      'prisma:client:transaction',
      'RunActivity:writeEvents',
      'HandleUpdate:decide',
      'StartWorkflowUpdate:decide',
      'POST /tasks/:taskId/decision',
    ]);
  });

  it('shows an opening in one trace, from its request to the statement that writes the first events', () => {
    expect(lineages().map((names) => names.slice(3))).toContainEqual([
      'RunActivity:writeEvents',
      'HandleUpdate:openCase',
      'UpdateWithStartWorkflow:openCase',
      'POST /cases',
    ]);
  });

  it('leaves no span without the one above it', () => {
    expect(receiver.spans.map((span) => receiver.lineage(span)).filter(isTorn)).toEqual([]);
  });

  it('tells of a request its method, route, status and id', () => {
    const request = receiver.spans.find((span) => attribute(span, 'taslim.request_id') === requestId);
    expect(request?.name).toBe('POST /tasks/:taskId/decision');
    expect(Object.fromEntries((request?.attributes ?? []).map(({ key, value }) => [key, value]))).toEqual({
      'http.request.method': { stringValue: 'POST' },
      'http.route': { stringValue: '/tasks/:taskId/decision' },
      'http.response.status_code': { intValue: 201 },
      'taslim.request_id': { stringValue: requestId },
    });
  });

  it('begins no trace at a probe, at the metrics, or where the outbox looks for mails', () => {
    const begun = receiver.spans.filter((span) => !span.parentSpanId).map((span) => span.name);
    expect([...new Set(begun)].sort()).toEqual([
      'GET /cases/:caseId',
      'POST /cases',
      'POST /tasks/:taskId/decision',
    ]);
  });

  it('says nothing of a person, a place, an officer or a reason', () => {
    // That the case was told of at all shows in its id.
    expect(receiver.bodies.join()).toContain(caseId);
    expect(plantedIn(receiver)).toEqual([]);
  });

  it('gives the log nothing to say', () => expect(lines).toEqual([]));
});

const isTorn = (names: readonly string[]) => names.some((name) => name.startsWith('missing'));

describe('a collector that takes nothing', () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
  let composed: Composed;
  afterEach(() => {
    lines.length = 0;
  });

  const answered = async () => {
    const began = performance.now();
    await openCase(composed.caller);
    return performance.now() - began;
  };

  it('that is away costs no request its answer, and is told to the log once', async () => {
    composed = await startComposed({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, log);
    try {
      await answered();
      const times: number[] = [];
      for (let request = 0; request < 10; request += 1) times.push(await answered());
      expect(Math.max(...times)).toBeLessThan(3_000);
    } finally {
      await composed.stop();
    }
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      'the collector does not take traces; they are lost until it does',
    ]);
  });

  it('keeps no process from ending: one that never answers is not waited for', async () => {
    const silent = await OtlpReceiver.start();
    silent.answers = false;
    try {
      composed = await startComposed({ OTEL_EXPORTER_OTLP_ENDPOINT: silent.url }, log);
      await answered();
      const began = performance.now();
      await composed.stop();
      expect(performance.now() - began).toBeLessThan(8_000);
    } finally {
      await silent.stop();
    }
    await until('the log is told', () => lines.length === 1);
  });
});

import type { trace } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { withoutWords } from '../../platform/tracing/without-words';

function exported(write: (span: ReturnType<ReturnType<typeof trace.getTracer>['startSpan']>) => void) {
  const kept = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(kept)] });
  const span = provider.getTracer('test').startSpan('RunActivity:writeEvents');
  write(span);
  span.end();
  const [finished] = kept.getFinishedSpans();
  if (!finished) throw new Error('no span was exported');
  return withoutWords(finished);
}

describe('a span that leaves the process', () => {
  it('says of an error its class, and nothing of what it says', () => {
    const span = exported((begun) => {
      begun.recordException(new TypeError('Planted SAMPLE, born in Mosul'));
      begun.setStatus({ code: 2, message: 'Planted SAMPLE' });
    });
    expect(span.attributes).toEqual({ 'error.type': 'TypeError' });
    expect(span.status).toEqual({ code: 2 });
    expect(span.events).toEqual([]);
  });

  it('keeps the attributes that are ids and codes, and no other', () => {
    const span = exported((begun) =>
      begun.setAttributes({
        temporalWorkflowId: 'case:1',
        'http.route': '/cases/:caseId',
        'url.full': 'http://taslim.example/cases?search=SAMPLE',
        reason: 'Planted',
      }),
    );
    expect(span.attributes).toEqual({ temporalWorkflowId: 'case:1', 'http.route': '/cases/:caseId' });
  });

  it.each([
    ['SELECT * FROM "Person" WHERE "family" = $1', 'SELECT * FROM "Person" WHERE "family" = $1'],
    [`SELECT * FROM "Person" WHERE "family" = 'O''SAMPLE'`, `SELECT * FROM "Person" WHERE "family" = '?'`],
    [`UPDATE "Note" SET "text" = 'a', "by" = 'b'`, `UPDATE "Note" SET "text" = '?', "by" = '?'`],
  ])('keeps of %s the statement without its literals', (statement, told) => {
    const span = exported((begun) => begun.setAttribute('db.query.text', statement));
    expect(span.attributes).toEqual({ 'db.query.text': told });
  });

  it('is otherwise the same span', () => {
    const span = exported(() => undefined);
    expect(span).toMatchObject({ name: 'RunActivity:writeEvents', kind: 0, ended: true });
    expect(span.spanContext().spanId).toMatch(/^[0-9a-f]{16}$/);
  });
});

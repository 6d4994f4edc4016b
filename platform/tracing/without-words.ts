import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';

/** What a span may say: ids, codes, names out of the code. Everything else stays in this process. */
const keptAttributes: ReadonlySet<string> = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'taslim.request_id',
  'temporalWorkflowId',
  'temporalActivityId',
  'temporalUpdateId',
  'run_id',
  'model',
  'method',
  'name',
  'db.system.name',
]);

/**
 * The span as it may leave the process. Messages and stacks of errors go, because they may repeat what was refused;
 * of an error its class stays. Of an SQL statement its literals go: values are parameters, which are not in it.
 */
export function withoutWords(span: ReadableSpan): ReadableSpan {
  const { name, kind, parentSpanId, startTime, endTime, duration, ended } = span;
  const { resource, instrumentationLibrary, links, status } = span;
  return {
    name,
    kind,
    spanContext: () => span.spanContext(),
    ...(parentSpanId === undefined ? {} : { parentSpanId }),
    startTime,
    endTime,
    duration,
    ended,
    resource,
    instrumentationLibrary,
    links,
    status: { code: status.code },
    attributes: { ...kept(span.attributes), ...statementOf(span), ...errorOf(span) },
    events: [],
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

function kept(attributes: ReadableSpan['attributes']): ReadableSpan['attributes'] {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => keptAttributes.has(name)));
}

function statementOf({ attributes }: ReadableSpan): ReadableSpan['attributes'] {
  const statement = attributes['db.query.text'];
  if (typeof statement !== 'string') return {};
  return { 'db.query.text': statement.replace(/'(?:[^']|'')*'/g, "'?'") };
}

function errorOf({ events }: ReadableSpan): ReadableSpan['attributes'] {
  const error = events.find((event) => event.name === 'exception')?.attributes?.['exception.type'];
  return error === undefined ? {} : { 'error.type': error };
}

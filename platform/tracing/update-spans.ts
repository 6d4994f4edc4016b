import { type HrTime, type SpanContext, SpanKind, SpanStatusCode, TraceFlags } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { InjectedSinks } from '@temporalio/worker';
import type { TraceSinks, UpdateSpan } from '../../worker/update-span';

/** Where the spans of workflows come out of their sandbox. They say once what a replay would say again. */
export function updateSpans(processor: SpanProcessor, resource: Resource): InjectedSinks<TraceSinks> {
  return {
    traces: {
      updateEnded: {
        fn: ({ workflowId, runId }, span) =>
          processor.onEnd(readable(span, resource, { temporalWorkflowId: workflowId, run_id: runId })),
        callDuringReplay: false,
      },
    },
  };
}

function readable(
  { name, updateId, parent, own, beganAt, endedAt, failed }: UpdateSpan,
  resource: Resource,
  ids: Record<string, string>,
): ReadableSpan {
  return {
    name: `HandleUpdate:${name}`,
    kind: SpanKind.INTERNAL,
    spanContext: () => contextOf(own),
    parentSpanId: contextOf(parent).spanId,
    startTime: hrTime(beganAt),
    endTime: hrTime(endedAt),
    duration: hrTime(endedAt - beganAt),
    ended: true,
    status: { code: failed ? SpanStatusCode.ERROR : SpanStatusCode.OK },
    attributes: { ...ids, temporalUpdateId: updateId },
    resource,
    instrumentationLibrary: { name: 'taslim-workflows' },
    links: [],
    events: [],
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

/** The parts of a W3C traceparent: `00-<trace>-<span>-<flags>`. */
function contextOf(traceparent: string): SpanContext {
  const [, traceId = '', spanId = '', flags = '00'] = traceparent.split('-');
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED };
}

/** Seconds and nanoseconds. */
function hrTime(ms: number): HrTime {
  return [Math.floor(ms / 1_000), Math.round((ms % 1_000) * 1_000_000)];
}

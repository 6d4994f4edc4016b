import { setTimeout as delay } from 'node:timers/promises';
import { context, propagation, SpanKind, trace as traces } from '@opentelemetry/api';
import { Resource } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
} from '@opentelemetry/sdk-trace-node';
import { PrismaInstrumentation } from '@prisma/instrumentation';
import {
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryWorkflowClientInterceptor,
} from '@temporalio/interceptors-opentelemetry';
import type { Logger } from 'pino';
import { Collector } from './collector';
import type { Tracing } from './tracing';
import { updateSpans } from './update-spans';

/** A collector that does not answer must not keep a process from ending. */
const flushMs = 3_000;

/**
 * A trace begins with a request, or with a write that no request asked for: a clock that falls due. The outbox, which
 * looks into the register every second, begins none.
 */
const beginnings: Sampler = {
  shouldSample: (_context, _traceId, name, kind) => ({
    decision:
      kind === SpanKind.SERVER || name.startsWith('RunActivity:')
        ? SamplingDecision.RECORD_AND_SAMPLED
        : SamplingDecision.NOT_RECORD,
  }),
};

/** Traces this process and sends what it finds to the collector at `endpoint`. */
export function trace(endpoint: string, service: string, log: Logger): Tracing {
  const resource = new Resource({ 'service.name': service });
  const processor = new BatchSpanProcessor(new Collector(endpoint, log));
  const provider = new NodeTracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: beginnings }),
    spanProcessors: [processor],
  });
  provider.register();
  const prisma = new PrismaInstrumentation();
  prisma.setTracerProvider(provider);
  prisma.enable();
  return {
    clientInterceptors: [new OpenTelemetryWorkflowClientInterceptor()],
    worker: {
      interceptors: {
        activity: [(activity) => ({ inbound: new OpenTelemetryActivityInboundInterceptor(activity) })],
      },
      sinks: updateSpans(processor, resource),
    },
    async stop() {
      const flushed = provider.shutdown().catch(() => undefined);
      await Promise.race([flushed, delay(flushMs, undefined, { ref: false })]);
      prisma.disable();
      for (const part of [traces, context, propagation]) part.disable();
    },
  };
}

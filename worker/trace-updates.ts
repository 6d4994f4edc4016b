import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import {
  AsyncLocalStorage,
  proxySinks,
  type WorkflowInboundCallsInterceptor,
  type WorkflowInterceptors,
  type WorkflowInternalsInterceptor,
  type WorkflowOutboundCallsInterceptor,
} from '@temporalio/workflow';
import { type TraceSinks, traceHeader } from './update-span';

/**
 * Carries a trace through the workflow: from the Update to the activities that it asks for. Part of the workflow
 * bundle of a worker that traces.
 *
 * The interceptors of Temporal's own package are not used here: they draw their span ids from the workflow's random
 * numbers, so that a run replayed without them would give its commands other ids, and they wait where the workflow
 * itself does not. These here do neither: with or without them a run is the same.
 */
export function interceptors(): WorkflowInterceptors {
  return { inbound: [inbound], outbound: [outbound], internals: [internals] };
}

const { traces } = proxySinks<TraceSinks>();

/** The trace context of the Update that is being taken; none where the clock keeper acts by itself. */
const current = new AsyncLocalStorage<string>();

const inbound: WorkflowInboundCallsInterceptor = {
  // Not async, and what `next` gives is returned as it is: no turn of the queue more than without.
  handleUpdate(input, next) {
    const parent = traceOf(input.headers);
    const own = parent === undefined ? undefined : childOf(parent, input.updateId);
    if (parent === undefined || own === undefined) return next(input);
    const { name, updateId } = input;
    const beganAt = Date.now();
    const end = (failed: boolean) =>
      traces.updateEnded({ name, updateId, parent, own, beganAt, endedAt: Date.now(), failed });
    const taken = current.run(own, () => next(input));
    taken.then(
      () => end(false),
      () => end(true),
    );
    return taken;
  },
};

const outbound: WorkflowOutboundCallsInterceptor = {
  scheduleActivity(input, next) {
    const trace = current.getStore();
    if (trace === undefined) return next(input);
    const header = defaultPayloadConverter.toPayload({ traceparent: trace });
    return next({ ...input, headers: { ...input.headers, [traceHeader]: header } });
  },
};

const internals: WorkflowInternalsInterceptor = {
  dispose(input, next) {
    current.disable();
    next(input);
  },
};

function traceOf(headers: Headers): string | undefined {
  const header = headers[traceHeader];
  if (!header) return undefined;
  return defaultPayloadConverter.fromPayload<{ traceparent?: string }>(header).traceparent;
}

/** The context of the Update's own span: its id is the end of the Update's, so that every replay gives it the same. */
function childOf(parent: string, updateId: string): string | undefined {
  const [version, traceId, , flags] = parent.split('-');
  const spanId = /([0-9a-f]{4})-([0-9a-f]{12})$/.exec(updateId)?.slice(1).join('');
  return spanId === undefined ? undefined : [version, traceId, spanId, flags].join('-');
}

import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { NextFunction, Request, Response } from 'express';
import { routeOf } from './observe';
import { requestIdOf } from './request-id';

/**
 * Begins a trace with every request: method, declared route, status and request id, never the path, which may hold
 * ids. A trace that the caller names is not continued: what he sends would go as far as the workflow's history. Costs
 * next to nothing while nobody has set tracing up.
 */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  const { method } = request;
  const span = trace.getTracer('taslim-api').startSpan(method, {
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': method, 'taslim.request_id': requestIdOf(response) },
  });
  // 'close' comes also when the caller has gone before the answer.
  response.once('close', () => {
    const route = routeOf(response);
    const { statusCode } = response;
    span.updateName(`${method} ${route}`);
    span.setAttributes({ 'http.route': route, 'http.response.status_code': statusCode });
    if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(context.active(), span), next);
}

import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import { withoutWords } from './without-words';

type ExportDone = Parameters<SpanExporter['export']>[1];

/** `ExportResultCode.SUCCESS` of OpenTelemetry. */
const success = 0;
const sendTimeoutMs = 10_000;

/**
 * Sends spans to a collector over OTLP/HTTP, stripped of everything but ids and codes. A collector that does not take
 * them is told to the log once, and once when it does again; what it did not take is lost.
 */
export class Collector implements SpanExporter {
  readonly #otlp: OTLPTraceExporter;
  #takes = true;

  constructor(
    endpoint: string,
    private readonly log: Logger,
  ) {
    this.#otlp = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: sendTimeoutMs });
  }

  export(spans: Parameters<SpanExporter['export']>[0], done: ExportDone): void {
    this.#otlp.export(spans.map(withoutWords), (result) => {
      this.note(result.code === success);
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.#otlp.shutdown();
  }

  private note(takes: boolean): void {
    if (takes === this.#takes) return;
    this.#takes = takes;
    if (takes) this.log.warn('the collector takes traces again');
    else this.log.warn('the collector does not take traces; they are lost until it does');
  }
}

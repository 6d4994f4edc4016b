import { createServer, type Server } from 'node:http';
import { portOf } from '../../platform/ports';

/** A span as it came over the wire; an id is in hexadecimal digits. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status: { readonly code: number };
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
  readonly events?: readonly unknown[];
}

interface ExportRequest {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[];
  }[];
}

/** A collector that takes traces over OTLP/HTTP in JSON, as real ones do. */
export class OtlpReceiver {
  readonly bodies: string[] = [];
  /** Whether it answers at all. */
  answers = true;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtlpReceiver> {
    const server = createServer();
    const receiver = new OtlpReceiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      request.on('end', () => {
        if (!receiver.answers) return;
        const isExport = request.method === 'POST' && request.url === '/v1/traces';
        if (isExport) receiver.bodies.push(body);
        response.writeHead(isExport ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${portOf(this.server)}`;
  }

  get spans(): ReceivedSpan[] {
    return this.bodies.flatMap((body) =>
      (JSON.parse(body) as ExportRequest).resourceSpans.flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap(({ spans }) => spans),
      ),
    );
  }

  /** The names of a span and of all above it, up to the one that began its trace. */
  lineage(span: ReceivedSpan): string[] {
    const parent = this.spans.find(
      ({ traceId, spanId }) => traceId === span.traceId && spanId === span.parentSpanId,
    );
    if (parent) return [span.name, ...this.lineage(parent)];
    return span.parentSpanId ? [span.name, `missing ${span.parentSpanId}`] : [span.name];
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

/** An attribute of a span, as text. */
export function attribute(span: ReceivedSpan, key: string): string | undefined {
  const value = span.attributes.find((candidate) => candidate.key === key)?.value;
  return value === undefined ? undefined : String(Object.values(value)[0]);
}

/** Words that the sample and the tests say of persons, places, officers and reasons, and of whom no span may tell. */
const planted = [
  'SAMPLE',
  'Subject One',
  'الشخص',
  'کەسی',
  'Mosul',
  'Malmö',
  'Arlanda',
  'Karkh',
  'Invented',
  'Planted',
  'Sample officer',
  'liaison.',
  'approver.',
  '.pdf',
];

/** Those of the planted words that the receiver was told, be it in whatever member of whatever span. */
export function plantedIn({ bodies }: OtlpReceiver): string[] {
  return planted.filter((word) => bodies.some((body) => body.includes(word)));
}

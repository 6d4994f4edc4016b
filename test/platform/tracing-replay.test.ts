import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { bundleWorkflowCode, DefaultLogger, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { playSwedenCase } from '../../platform/demo/play';
import { bundleWorkflows } from '../../worker/bundle';
import { traceHeader } from '../../worker/update-span';
import { caseWorkflowId } from '../../workflows/messages';
import { silentLog } from '../support/installation';
import { sharedParts } from '../support/shared-parts';
import { startComposed } from './composed';
import { OtlpReceiver, plantedIn } from './otlp-receiver';

const { History } = temporal.api.history.v1;
type History = temporal.api.history.v1.IHistory;

/** The errors of a replay, and the number that the run would have drawn next. */
async function replay(workflowBundle: WorkflowBundleOption, history: History) {
  const drawn: string[] = [];
  const next = { fn: (_info: unknown, id: string) => void drawn.push(id), callDuringReplay: true };
  const sinks = { numbers: { next }, traces: { updateEnded: { fn: () => undefined } } };
  const errors: unknown[] = [];
  const histories = [{ workflowId: 'replayed', history }];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle, sinks }, histories)) {
    if (error) errors.push(error);
  }
  return { errors, drawn };
}

function recordedUntraced(): History[] {
  const folder = join(__dirname, '../histories');
  const files = readdirSync(folder).filter((name) => name.endsWith('.history.json'));
  return files.map((name) => History.fromObject(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

describe('a case traced from its beginning to its end', () => {
  let receiver: OtlpReceiver;
  let traced: History;
  const untraced = recordedUntraced();

  beforeAll(async () => {
    receiver = await OtlpReceiver.start();
    const composed = await startComposed({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url }, silentLog);
    try {
      const { id } = await playSwedenCase(composed.api, () => undefined);
      traced = await composed.temporal.workflow.getHandle(caseWorkflowId(id)).fetchHistory();
    } finally {
      await composed.stop();
    }
  }, 120_000);
  afterAll(() => receiver.stop());

  it('says in all its spans nothing of a person, a place, an officer or a file', () => {
    expect(receiver.spans.length).toBeGreaterThan(500);
    expect(plantedIn(receiver)).toEqual([]);
  });

  it('keeps of the trace nothing but its ids in the history', () => {
    const headers = JSON.stringify(History.toObject(History.fromObject(traced), { bytes: String }))
      .split(traceHeader)
      .slice(1)
      .map((text) => /"data":"([^"]+)"/.exec(text)?.[1] ?? '')
      .map((data) => Buffer.from(data, 'base64').toString('utf8'));
    expect(headers.length).toBeGreaterThan(20);
    for (const header of headers)
      expect(header).toMatch(/^\{"traceparent":"00-[0-9a-f]{32}-[0-9a-f]{16}-01"\}$/);
  });

  it('goes on in a worker that does not trace, and one that was not traced in a worker that does', async () => {
    const plain = { codePath: sharedParts().bundlePath };
    expect(await replay(plain, traced)).toEqual({ errors: [], drawn: [] });
    const tracing = await bundleWorkflows({ traced: true });
    for (const history of [traced, ...untraced]) {
      expect(await replay(tracing, history)).toEqual({ errors: [], drawn: [] });
    }
  });

  it('draws the same random numbers with and without: its clocks name their commands by them', async () => {
    const bundles = await Promise.all(
      [[], [require.resolve('../../worker/trace-updates')]].map((workflowInterceptorModules) =>
        bundleWorkflowCode({
          workflowsPath: require.resolve('./tracing-workflows'),
          workflowInterceptorModules,
          logger: new DefaultLogger('ERROR'),
        }),
      ),
    );
    for (const history of [traced, ...untraced]) {
      const runs = await Promise.all(bundles.map((bundle) => replay(bundle, history)));
      expect(runs[0]).toEqual({ errors: [], drawn: [expect.any(String)] });
      expect(runs[1]).toEqual(runs[0]);
    }
  });
});

import { spawnSync } from 'node:child_process';
import { projectRoot } from '../../platform/config';

/** The OpenTelemetry packages that a process has loaded after it was composed, with tracing on or off. */
function loaded(endpoint: string): string[] {
  const script = `
    require('tsx/cjs');
    for (const command of ['start', 'api', 'worker']) require('./platform/cli/' + command);
    const { startTracing } = require('./platform/tracing');
    const tracing = startTracing({ otlpEndpoint: ${endpoint} }, 'test', console);
    const packages = Object.keys(require.cache).map((file) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(file)?.[1]);
    console.log(JSON.stringify([...new Set(packages)]));
    process.exit(0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  const line = stdout.trim().split('\n').at(-1);
  if (!line) throw new Error(stderr);
  return (JSON.parse(line) as string[])
    .filter((name) => /opentelemetry|@prisma\/instrumentation/.test(name))
    .sort();
}

describe('what is loaded for traces', () => {
  it('is the small interface alone while nothing is traced', () => {
    expect(loaded('undefined')).toEqual(['@opentelemetry/api']);
  });

  it('is the rest when a collector is named', () => {
    expect(loaded("'http://127.0.0.1:9'")).toEqual(
      expect.arrayContaining([
        '@opentelemetry/exporter-trace-otlp-http',
        '@prisma/instrumentation',
        '@temporalio/interceptors-opentelemetry',
      ]),
    );
  });
});

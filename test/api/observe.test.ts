import { pino } from 'pino';
import { Metrics } from '../../api/observe';
import { type Installation, startInstallation } from '../support/installation';
import { Caller } from './caller';
import { openCase } from './case-play';

describe('what can be observed of the API', () => {
  let installation: Installation;
  const lines: string[] = [];

  beforeAll(async () => {
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    installation = await startInstallation({}, log);
    await installation.startWorker();
  });
  afterAll(() => installation.stop());

  it('the metrics count requests by route and status, and hold no id', async () => {
    const caller = new Caller(installation);
    const { id } = await openCase(caller);
    await caller.get('liaison.baghdad', `/cases/${id}`);
    const metrics = await (await fetch(`${installation.url}/metrics`)).text();
    expect(metrics).toContain(
      'taslim_http_requests_total{method="GET",route="/cases/:caseId",status="200"} 1',
    );
    expect(metrics).not.toContain(id);
  });

  it('the log has a line a request, with route and status, and nothing of what was said', async () => {
    const text = lines.join('');
    expect(text).toContain('"route":"/cases"');
    for (const word of ['SAMPLE', 'Mosul', 'liaison.baghdad', 'Bearer', 'eyJ'])
      expect(text).not.toContain(word);
  });

  it('two applications in one process count each for itself', () => {
    expect(() => [new Metrics(), new Metrics()]).not.toThrow();
  });
});

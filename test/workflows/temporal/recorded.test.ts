import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type ReplayResult,
  Worker,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import type { CaseState } from '../../../domain/case/state';
import { installRuntime } from '../../../worker/runtime';
import { nextThreshold } from '../../../workflows/case-workflow/keep-clocks';
import { plan } from '../../../workflows/commands/plan';
import { procedureNamed } from '../../../workflows/procedures';
import { silentLog } from '../../support/installation';
import { sharedParts } from '../../support/shared-parts';

const folder = join(__dirname, '../../histories');
const read = (kind: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(`.${kind}.json`))
    .map((name) => ({ name, content: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));

async function replay(workflowBundle: WorkflowBundleOption): Promise<ReplayResult[]> {
  const histories = read('history').map(({ name, content }) => ({
    workflowId: name,
    history: temporal.api.history.v1.History.fromObject(content),
  }));
  const results: ReplayResult[] = [];
  for await (const result of Worker.runReplayHistories({ workflowBundle }, histories)) results.push(result);
  return results;
}

describe('the recorded histories of every released version', () => {
  beforeAll(() => installRuntime(silentLog));

  it('replay with the code of today', async () => {
    const results = await replay({ codePath: sharedParts().bundlePath });
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter((result) => result.error)).toEqual([]);
  });

  it('do not replay with a change that would break running cases', async () => {
    const changed = await bundleWorkflowCode({
      workflowsPath: require.resolve('../../support/changed-workflows'),
      logger: new DefaultLogger('ERROR'),
    });
    const results = await replay(changed);
    expect(results.every((result) => result.error)).toBe(true);
  });

  it.each(read('history'))(
    '$name holds nothing that the sample says of a person, a place or an officer',
    ({ content }) => {
      const payloads = JSON.stringify(content).replaceAll(/"data":\s*"([^"]+)"/g, (_match, data: string) =>
        Buffer.from(data, 'base64').toString('utf8'),
      );
      // That the payloads were read at all shows in what they must hold.
      expect(payloads).toContain('caseOpened');
      for (const word of [
        'SAMPLE',
        'Subject One',
        'الشخص',
        'کەسی',
        'Mosul',
        'Malmö',
        'Arlanda',
        'Karkh',
        'Sample officer',
        'liaison.',
        '.pdf',
        'Invented',
        'Subject Two',
        'Subject Six',
        'Basra',
        'Sample counsel',
        'Embassy',
        'نموونە',
        'Sulaymaniyah',
        'Rusafa',
        'telephone',
      ]) {
        expect(payloads).not.toContain(word);
      }
    },
  );
});

describe('the recorded states of every released version', () => {
  it.each(read('state'))('$name is resumed at the same open steps', ({ content }) => {
    const { openSteps, state } = content as { openSteps: string[]; state: CaseState };
    const at = new Date(nextThreshold(state) ?? Number.NaN).toISOString();
    const command = { type: 'timeReached', commandId: 'c', asOf: at } as const;
    const { events } = plan(procedureNamed(state.procedure), state.caseId, state, command, at);
    expect(new Set(events.map((event) => event.type))).toEqual(new Set(['clockWarned']));
    const open = Object.keys(state.steps).filter((key) => state.steps[key]?.outcome === null);
    expect(open.sort()).toEqual(openSteps);
  });
});

import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { ContentSummary } from '../../../domain/case/events';
import { loadCatalogue } from '../../../domain/law/catalogue/catalogue';
import { createLog } from '../../../platform/compose/log';
import { installRuntime } from '../../../worker/runtime';
import { caseWorkflowId } from '../../../workflows/messages';
import { anInstrument, aRule, fileOf } from '../../domain/law/catalogue/an-instrument';
import { cachedWorkflows } from '../../support/cached-workflows';
import { sharedParts } from '../../support/shared-parts';
import { contentSummary, officers } from '../in-memory-case';
import { BlockCase } from './block-case';
import type * as procedures from './block-procedures';
import { MemoryRegister } from './memory-register';

/** The law of the block tests: three limits that the arrival of a person starts. */
const custodyLimit = { class: 'A', unit: 'hour', holder: 'ours', warnBefore: [] };
const startedBy = [{ procedure: 'outgoing-extradition', event: 'arrival' }];
const rules = [
  aRule({
    ...custodyLimit,
    id: 'TEST-24H',
    amount: 24,
    effect: 'present-to-judge',
    startedBy,
    warnBefore: [
      { code: '6-hours-left', before: 'PT6H' },
      { code: '2-hours-left', before: 'PT2H' },
    ],
  }),
  aRule({ ...custodyLimit, id: 'TEST-48H', amount: 48, effect: 'release', startedBy }),
  aRule({ ...custodyLimit, id: 'TEST-72H', amount: 72, effect: 'register-entry', startedBy }),
];

/** Cases of the test-only procedures, on a server of their own whose time can be skipped: the time is everybody's. */
export interface BlockCases {
  readonly register: MemoryRegister;
  /** Opens a case of a procedure, by the name of its workflow. */
  open(
    procedure: keyof typeof procedures,
    changes?: { readonly content?: Partial<ContentSummary>; readonly commandsPerRun?: number },
  ): Promise<BlockCase>;
  stop(): Promise<void>;
}

/** Starts the server and a worker with the test-only procedures. */
export async function startBlockCases(): Promise<BlockCases> {
  installRuntime(createLog('silent'));
  const shared = sharedParts();
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: shared.testServer } },
  });
  const register = new MemoryRegister(loadCatalogue([fileOf(anInstrument({ rules }))]));
  const { writeEvents } = register;
  const taskQueue = 'blocks';
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue,
    workflowBundle: { codePath: shared.blockBundlePath },
    activities: { writeEvents },
    ...cachedWorkflows(),
  });
  const running = worker.run();
  return {
    register,
    async open(procedure, { content = {}, commandsPerRun = 1_000 } = {}) {
      const caseId = randomUUID();
      const handle = await environment.client.workflow.start(procedure, {
        workflowId: caseWorkflowId(caseId),
        taskQueue,
        args: [{ caseId, state: null, commandsPerRun }],
      });
      const item = new BlockCase(environment, register, handle, caseId);
      await item.take({
        type: 'openCase',
        officerId: officers.liaison,
        agencyCode: 'AHTD-BAGHDAD',
        content: contentSummary(content),
        reopens: null,
      });
      return item;
    },
    async stop() {
      worker.shutdown();
      await running;
      await environment.teardown();
    },
  };
}

import { caseWorkflowId } from '../workflows/messages';
import { type BatchFigures, measureBatch } from './batch';
import { type DueDateFigures, measureClocks } from './clocks';
import { type BenchInstallation, startInstallation } from './installation';
import { type Figures, measure } from './measure';
import { measureNames, type NameFigures } from './names';
import { type PreviewFigures, previewOfChange } from './preview-change';
import { caseWork, decisionsPerUnit, floorWork, openSampleCase } from './work';

const warmUpUnits = 10;
const idleCases = 200;

/** One row of the table. */
interface Row extends Figures {
  readonly form: string;
  readonly clients: number;
  readonly eventsPerDecision: number | null;
  readonly transactionsPerDecision: number | null;
}

/**
 * Measures decisions beside their floor, in one run on one machine: figures say how much dearer a decision on the
 * register is than a bare Update, and little about any other machine.
 */
export async function run(asJson: boolean): Promise<void> {
  const report = (line: string) => console.error(line);
  // Before anything else runs in this process: what is measured are microseconds.
  report('measuring clocks');
  const dueDates = measureClocks();
  const installation = await startInstallation(report);
  try {
    await measure(4, warmUpUnits, caseWork(installation.context, []));
    await measure(4, warmUpUnits, floorWork(installation.context));
    const rows: Row[] = [];
    for (const [clients, units] of [
      [1, 20],
      [20, 100],
    ] as const) {
      report(`measuring with ${clients} at once`);
      rows.push(await floorRow(installation, clients, units));
      rows.push(await caseRow(installation, clients, units));
    }
    const idle = await idleCost(installation);
    report('opening a batch of transfers');
    const batch = await measureBatch(installation.context);
    const preview = await previewOfChange(installation.context);
    report('planting a million names');
    const names = await measureNames(installation.context);
    if (asJson)
      console.log(JSON.stringify({ decisionsPerUnit, rows, idle, batch, dueDates, preview, names }));
    else print(rows, idle, batch, dueDates, preview, names);
  } finally {
    await installation.stop();
  }
}

async function floorRow({ context }: BenchInstallation, clients: number, units: number): Promise<Row> {
  const figures = await measure(clients, units, floorWork(context));
  return {
    form: 'floor: bare Updates',
    clients,
    ...figures,
    eventsPerDecision: null,
    transactionsPerDecision: null,
  };
}

async function caseRow({ context }: BenchInstallation, clients: number, units: number): Promise<Row> {
  const opened: string[] = [];
  const before = await commits(context);
  const figures = await measure(clients, units, caseWork(context, opened));
  const transactions = (await commits(context)) - before;
  const handle = context.temporal.workflow.getHandle(caseWorkflowId(opened[0] ?? ''));
  const { historyLength } = await handle.describe();
  return {
    form: 'case: on the register',
    clients,
    ...figures,
    eventsPerDecision: historyLength / decisionsPerUnit,
    transactionsPerDecision: transactions / figures.decisions,
  };
}

async function commits({ prisma }: BenchInstallation['context']): Promise<number> {
  // The counters of a session are added up when it is idle for a moment.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const [row] = await prisma.$queryRaw<{ xact_commit: bigint }[]>`
    SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row?.xact_commit ?? 0);
}

/** What a case costs that waits: bytes in the register and in the workflows' database. */
async function idleCost({ context, temporalBytes }: BenchInstallation) {
  const size = async () => {
    const [row] = await context.prisma.$queryRaw<
      { size: bigint }[]
    >`SELECT pg_database_size(current_database()) AS size`;
    return Number(row?.size ?? 0);
  };
  const [register, temporal] = [await size(), temporalBytes()];
  for (let done = 0; done < idleCases; done++) await openSampleCase(context);
  return {
    cases: idleCases,
    registerBytes: Math.round(((await size()) - register) / idleCases),
    temporalBytes: Math.round((temporalBytes() - temporal) / idleCases),
  };
}

function print(
  rows: readonly Row[],
  idle: Awaited<ReturnType<typeof idleCost>>,
  batch: BatchFigures,
  dueDates: readonly DueDateFigures[],
  preview: PreviewFigures,
  names: NameFigures,
): void {
  const number = (value: number | null, digits = 0) => (value === null ? '' : value.toFixed(digits));
  console.table(
    rows.map((row) => ({
      form: row.form,
      clients: row.clients,
      'decisions/s': number(row.perSecond, 1),
      'p50 ms': number(row.p50Ms),
      'p95 ms': number(row.p95Ms),
      'history events/decision': number(row.eventsPerDecision, 1),
      'transactions/decision': number(row.transactionsPerDecision, 1),
    })),
  );
  console.log(
    `an idle case: ${idle.registerBytes} bytes in the register, ${idle.temporalBytes} in the workflows' database`,
  );
  const { persons, quiet, beside } = batch;
  console.log(
    `a batch of ${persons} opened in ${number(batch.seconds, 1)} s; a decision beside it p50 ${number(beside.p50Ms)} ms, p95 ${number(beside.p95Ms)} ms (before it ${number(quiet.p50Ms)} and ${number(quiet.p95Ms)} ms)`,
  );
  console.table(
    dueDates.map(({ form, medianMicroseconds }) => ({ form, 'median µs': number(medianMicroseconds, 1) })),
  );
  const { cases, limits, moved, seconds } = preview;
  console.log(
    `a holiday previewed: ${moved} of ${limits} limits of ${cases} cases move, told in ${number(seconds, 1)} s`,
  );
  console.log(
    `a search among ${names.names} names: p50 ${number(names.medianMs)} ms, p95 ${number(names.p95Ms)} ms (planted and indexed in ${number(names.plantSeconds)} s)`,
  );
}

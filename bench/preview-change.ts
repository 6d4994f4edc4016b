import { randomUUID } from 'node:crypto';
import { shippedCalendars } from '../domain/calendar/shipped-calendars';
import { genesisHash } from '../domain/case/chain';
import { catalogue } from '../domain/law/catalogue/catalogue';
import { computeClock } from '../domain/law/clock/compute-clock';
import { previewChange } from '../services/calendars/change-calendar';
import type { ServiceContext } from '../services/context';

/** What it takes to tell beforehand which limits a changed holiday moves. */
export interface PreviewFigures {
  readonly cases: number;
  readonly limits: number;
  readonly moved: number;
  readonly seconds: number;
}

const cases = 10_000;
const closedOn = '2027-06-09'; // a Wednesday
const limitsOf = [
  ['SLA-JUDICIAL-COUNCIL', 'Asia/Baghdad'],
  ['SWE23-40', 'Europe/Stockholm'],
] as const;

/** Plants 10,000 open cases, all with a limit that a closure in June 2027 moves and one of Sweden, and previews it. */
export async function previewOfChange(context: ServiceContext): Promise<PreviewFigures> {
  await plant(context);
  const edit = {
    reason: 'benchmark',
    source: 'benchmark',
    changes: [{ action: 'add', date: closedOn, occasion: 'closure' } as const],
  };
  const began = performance.now();
  const effect = await previewChange(context, 'IQ', edit);
  const seconds = (performance.now() - began) / 1_000;
  if (effect.cases !== cases) throw new Error(`the preview found ${effect.cases} of ${cases} cases`);
  return { cases, limits: cases * limitsOf.length, moved: effect.limits, seconds };
}

async function plant({ prisma }: ServiceContext): Promise<void> {
  const subject = 'liaison.baghdad';
  const { id: officerId, agencyCode } = await prisma.officer.findUniqueOrThrow({ where: { subject } });
  const ids = Array.from({ length: cases }, () => randomUUID());
  const now = new Date();
  await prisma.case.createMany({
    data: ids.map((id) => ({
      id,
      procedure: 'outgoing-extradition',
      procedureVersion: 1,
      status: 'legal-review',
      requestingState: 'IQ',
      requestedState: 'SE',
      urgency: 'ordinary',
      confidential: true,
      agencyCode,
      createdById: officerId,
      responsibleOfficerId: officerId,
      seq: 1,
      headHash: genesisHash(id),
      openedAt: now,
      updatedAt: now,
    })),
  });
  await prisma.clock.createMany({
    data: ids.flatMap((caseId, index) => limitsOf.map(([rule, zone]) => clockRow(caseId, rule, zone, index))),
  });
}

/** One every eight seconds through the day before the closure. */
function clockRow(caseId: string, id: string, zone: string, index: number) {
  const rule = catalogue().rule(id);
  const trigger = new Date(Date.UTC(2027, 5, 7, 21) + index * 8_000);
  const { class: clockClass, stage, effect, holder, source, verified } = rule;
  const { warnings, reasoning, restsOnExpected, dueAt, ...computed } = computeClock(
    { rule, trigger: trigger.toISOString(), zone },
    shippedCalendars,
  );
  return {
    ...computed,
    caseId,
    key: id,
    rule: id,
    class: clockClass,
    stage,
    effect,
    holder,
    source,
    verified,
    status: 'running' as const,
    trigger,
    zone,
    dueAt: new Date(dueAt),
    startedAt: trigger,
    restsOnExpected: [...restsOnExpected],
    warnings: warnings.map((warning) => ({ ...warning })),
    reasoning: reasoning.map(({ code, params }) => ({ code, params: { ...params } })),
  };
}

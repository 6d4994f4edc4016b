import { randomUUID } from 'node:crypto';
import { writeEvents } from '../../../activities/register/write-events';
import { actorOf, type CaseCommand } from '../../../domain/case/commands';
import type { CaseState } from '../../../domain/case/state';
import { correctFact } from '../../../services/cases/correct-fact';
import { requestDocuments } from '../../../services/cases/document-requests';
import { endCase } from '../../../services/cases/end-case';
import { openCase } from '../../../services/cases/open-case';
import { reassignCase } from '../../../services/cases/reassign-case';
import { recordFact } from '../../../services/cases/record-fact';
import { type CurrentOfficer, findCurrentOfficer } from '../../../services/officers/current-officer';
import { rawFactSchema } from '../../../services/procedures';
import { readCaseLog } from '../../../services/reconcile/case-log';
import { plan } from '../../../workflows/commands/plan';
import { outgoingExtraditionProcedure } from '../../../workflows/outgoing-extradition';
import { CaseDriver } from '../../support/case-driver';
import type { Installation } from '../../support/installation';
import { sampleRequest } from '../../support/sample-request';

/** A case with a decision, a fact, custody, clocks, a note and a round of documents. */
export async function richCase({ context }: Installation): Promise<CaseDriver> {
  const item = new CaseDriver(context);
  await item.open();
  await item.decide('urgent-approval', 'approved', 'Invented: there is reason to hurry');
  await item.record('provisional-arrest-request', 'sent');
  await item.record('provisional-arrest', 'arrested');
  await item.signAll();
  await item.record('transmission', 'transmitted');
  await item.record('receipt', 'received');
  const liaison = await findCurrentOfficer(context, 'liaison.baghdad');
  await requestDocuments(context, liaison, randomUUID(), item.caseId, {
    step: 'supplementary-information',
    items: ['other'],
    answerBy: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    zone: 'Europe/Stockholm',
    occurredAt: new Date().toISOString(),
    proof: [],
  });
  return item;
}

/** Two cases: one with a corrected arrest, given to another officer and ended; one that takes it up again. */
export async function correctedCases({ context }: Installation): Promise<[CaseDriver, string]> {
  const item = new CaseDriver(context);
  await item.open();
  await item.decide('urgent-approval', 'approved');
  await item.record('provisional-arrest-request', 'sent');
  await item.record('provisional-arrest', 'arrested');
  const { id: caseId } = item.summary;
  const [liaison, ncb, manager] = (await Promise.all(
    ['liaison.baghdad', 'liaison.ncb', 'manager.baghdad'].map((name) => findCurrentOfficer(context, name)),
  )) as [CurrentOfficer, CurrentOfficer, CurrentOfficer];
  const reason = 'Invented: it was recorded wrongly';
  const arrest = await context.prisma.fact.findFirstOrThrow({
    where: { caseId, step: 'provisional-arrest' },
  });
  await correctFact(context, ncb, randomUUID(), caseId, {
    stepKey: 'provisional-arrest#1',
    occurredAt: new Date(arrest.occurredAt.getTime() - 1).toISOString(),
    zone: 'Europe/Stockholm',
    limitDate: null,
    reason,
    proof: arrest.proof,
  });
  await item.decide('fact-correction', 'confirmed');
  const { id: _id, ...colleague } = await context.prisma.officer.findUniqueOrThrow({
    where: { subject: 'liaison.baghdad' },
  });
  const subject = `colleague-${caseId}`;
  await context.prisma.officer.create({ data: { ...colleague, id: randomUUID(), subject } });
  await reassignCase(context, manager, randomUUID(), caseId, { officer: subject, reason });
  await endCase(context, manager, randomUUID(), caseId, { outcome: 'withdrawn', reason });
  const now = { occurredAt: new Date().toISOString(), zone: 'Europe/Stockholm', proof: arrest.proof };
  for (const fact of [
    { step: 'arrest-request-withdrawal', outcome: 'withdrawn', ...now },
    { step: 'release-abroad', outcome: 'released', ...now },
  ]) {
    await recordFact(context, ncb, randomUUID(), caseId, rawFactSchema.parse(fact));
  }
  const opening = { procedure: 'outgoing-extradition' as const, request: sampleRequest(), reopens: caseId };
  const { id: reopening } = await openCase(context, liaison, randomUUID(), opening);
  return [item, reopening];
}

/** What a case's workflow would write, written to the register behind its back. */
export async function writeBehindItsBack(
  { context }: Installation,
  caseId: string,
  commandOf: (state: CaseState) => CaseCommand,
): Promise<void> {
  const { state } = await readCaseLog(context.prisma, caseId);
  const command = commandOf(state);
  const at = new Date().toISOString();
  const { events, authority } = plan(outgoingExtraditionProcedure, caseId, state, command, at);
  const actorId = actorOf(command);
  const { commandId } = command;
  const request = {
    caseId,
    expectedSeq: state.seq,
    commandId,
    actorId,
    actingForId: null,
    role: authority?.role ?? null,
    at,
    events,
  };
  const { outcome } = await writeEvents(context.prisma, request);
  if (outcome !== 'written' || events.length === 0) throw new Error('nothing was written');
}

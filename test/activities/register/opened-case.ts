import { randomUUID } from 'node:crypto';
import { writeEvents } from '../../../activities/register/write-events';
import type { WriteRequest } from '../../../activities/register/write-request';
import { genesisHash } from '../../../domain/case/chain';
import type { EventBody } from '../../../domain/case/events';
import type { PrismaClient } from '../../../prisma/generated/client';
import { contentSummary } from '../../workflows/in-memory-case';

interface Draft {
  readonly caseId: string;
  readonly contentId: string;
}

/** A draft of an officer with staged content, as the services leave it before the workflow starts. */
export async function draftOf(prisma: PrismaClient, creatorId: string, editorId = creatorId): Promise<Draft> {
  const caseId = randomUUID();
  const contentId = randomUUID();
  await prisma.case.create({
    data: {
      id: caseId,
      procedure: 'outgoing-extradition',
      procedureVersion: 1,
      status: 'draft',
      requestingState: 'IQ',
      requestedState: 'SE',
      urgency: 'ordinary',
      confidential: true,
      agencyCode: 'AHTD-BAGHDAD',
      createdById: creatorId,
      responsibleOfficerId: creatorId,
      headHash: genesisHash(caseId),
      updatedAt: new Date(),
    },
  });
  await prisma.caseContent.create({
    data: { id: contentId, caseId, body: {}, hash: 'hash-1', editedById: editorId, editedAt: new Date() },
  });
  return { caseId, contentId };
}

/** The command that opens a draft, with an approval of the legal and one of the directorate's stage. */
export function openingOf(
  { caseId, contentId }: Draft,
  creatorId: string,
  editorId = creatorId,
): WriteRequest {
  const content = contentSummary({ id: contentId, editorId });
  const opened: EventBody = {
    type: 'caseOpened',
    procedure: 'outgoing-extradition',
    procedureVersion: 1,
    creatorId,
    agencyCode: 'AHTD-BAGHDAD',
    content,
    reopens: null,
  };
  const review = (key: string, role: 'legal-reviewer' | 'directorate-approver'): EventBody => ({
    type: 'stepOpened',
    key,
    step: key.replace('#1', ''),
    visit: 1,
    kind: 'approval',
    queue: 'todo',
    role,
    outcomes: ['approved', 'refused'],
  });
  return {
    caseId,
    expectedSeq: 0,
    commandId: randomUUID(),
    actorId: creatorId,
    actingForId: null,
    role: 'liaison',
    at: new Date().toISOString(),
    events: [
      opened,
      review('legal-review#1', 'legal-reviewer'),
      review('assurances#1', 'directorate-approver'),
    ],
  };
}

/** An opened case: three events. */
export async function openedCaseOf(
  prisma: PrismaClient,
  creatorId: string,
  editorId = creatorId,
): Promise<string> {
  const ids = await draftOf(prisma, creatorId, editorId);
  await writeEvents(prisma, openingOf(ids, creatorId, editorId));
  return ids.caseId;
}

/** The command by which an officer signs at a stage, the first after the opening unless `changes` say otherwise. */
export function decision(
  caseId: string,
  officerId: string,
  changes: Partial<WriteRequest> = {},
  stage = 'legal',
): WriteRequest {
  const key = stage === 'legal' ? 'legal-review#1' : 'assurances#1';
  const { actingForId = null } = changes;
  const made: EventBody = {
    type: 'decisionMade',
    key,
    stage,
    fourEyes: true,
    outcome: 'approved',
    officerId,
    actingForId,
    reason: null,
    contentHash: 'hash-1',
  };
  return {
    caseId,
    expectedSeq: 3,
    commandId: randomUUID(),
    actorId: officerId,
    actingForId,
    role: stage === 'legal' ? 'legal-reviewer' : 'directorate-approver',
    at: new Date().toISOString(),
    events: [made, { type: 'stepClosed', key, outcome: 'approved' }],
    ...changes,
  };
}

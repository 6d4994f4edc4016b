import { z } from 'zod';
import { ballotSchema } from '../../services/ballots/ballot-schema';
import { castVote, voteSchema } from '../../services/ballots/cast-vote';
import { getBallot } from '../../services/ballots/get-ballot';
import { caseSummarySchema } from '../../services/cases/case-summary';
import { changeCommittee } from '../../services/committee/change-committee';
import {
  committeeChangeSchema,
  committeeInputSchema,
  committeeSchema,
} from '../../services/committee/committee-schemas';
import { getCommittee, listCommitteeChanges } from '../../services/committee/get-committee';
import { route } from '../route';
import { caseParams, limit } from './shared';

/** The national committee: its seats and rules, and its ballots. */
export const committeeRoutes = [
  route({
    method: 'get',
    path: '/committee',
    summary: 'The committee: by what it votes, its seats and who holds them',
    permission: 'committee.read',
    auditEvent: 'committee.read',
    answer: committeeSchema,
    handle: ({ context }) => getCommittee(context),
  }),
  route({
    method: 'put',
    path: '/committee',
    summary: 'Put the committee in anew; a ballot that is open goes on by what it was opened with',
    permission: 'committee.edit',
    auditEvent: 'committee.changed',
    stepUp: true,
    body: committeeInputSchema,
    answer: committeeSchema,
    handle: ({ context, officer, key, body }) => changeCommittee(context, officer, key, body),
  }),
  route({
    method: 'get',
    path: '/committee/changes',
    summary: 'Changes of the committee, newest first: who, when, why',
    permission: 'committee.read',
    auditEvent: 'committee.changes-listed',
    query: z.strictObject({ limit }),
    answer: z.object({ items: z.array(committeeChangeSchema) }),
    handle: async ({ context, query }) => ({ items: await listCommitteeChanges(context, query.limit) }),
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/votes',
    summary: 'Vote for your seat, as its member or his deputy, or say that it takes no part',
    permission: 'committee.vote',
    auditEvent: 'case.vote-cast',
    params: caseParams,
    body: voteSchema,
    answer: caseSummarySchema,
    status: 201,
    handle: ({ context, officer, key, params, body }) => castVote(context, officer, key, params.caseId, body),
  }),
  route({
    method: 'get',
    path: '/cases/:caseId/ballot',
    summary: 'The latest ballot of a case: who has spoken, and when it is counted how',
    permission: 'case.read',
    auditEvent: 'case.ballot-read',
    params: caseParams,
    answer: ballotSchema,
    handle: ({ context, officer, params }) => getBallot(context, officer, params.caseId),
  }),
];

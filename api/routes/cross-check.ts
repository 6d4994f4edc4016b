import { preferredLanguage } from '../../locales';
import { crossCheckDecisionSchema, crossCheckSchema } from '../../services/persons/candidate-view';
import { crossCheck, crossCheckInputSchema } from '../../services/persons/cross-check';
import { crossCheckDecisionInputSchema, decideCandidate } from '../../services/persons/cross-check-decisions';
import { crossCheckHitsSchema, listHits } from '../../services/persons/list-hits';
import { crossCheckInWords } from '../cross-check-in-words';
import { route } from '../route';
import { caseParams } from './shared';

export const crossCheckRoutes = [
  route({
    method: 'post',
    path: '/cross-checks',
    summary:
      'Look for a person, or for the person of a case, in earlier records and cases of both sides; decides nothing',
    permission: 'person.cross-check',
    auditEvent: 'person.cross-checked',
    body: crossCheckInputSchema,
    answer: crossCheckSchema,
    handle: async ({ context, officer, body, request, about }) => {
      if ('caseId' in body) about({ caseId: body.caseId });
      const found = await crossCheck(context, officer, body);
      return crossCheckInWords(found, preferredLanguage(request.get('accept-language')));
    },
  }),
  route({
    method: 'post',
    path: '/cases/:caseId/cross-check-decisions',
    summary: 'Record whether a candidate is the person of the case; a later decision does not change it',
    permission: 'person.cross-check',
    auditEvent: 'case.cross-check-decided',
    params: caseParams,
    body: crossCheckDecisionInputSchema,
    answer: crossCheckDecisionSchema,
    status: 201,
    handle: async ({ context, officer, key, params, body, about }) => {
      about({ subjectId: body.personId });
      return await decideCandidate(context, officer, key, params.caseId, body);
    },
  }),
  route({
    method: 'get',
    path: '/cases/:caseId/cross-check-hits',
    summary: 'Who searched for the person of your case without being allowed to see it',
    permission: 'person.cross-check',
    auditEvent: 'case.cross-check-hits-listed',
    params: caseParams,
    answer: crossCheckHitsSchema,
    handle: ({ context, officer, params }) => listHits(context, officer, params.caseId),
  }),
];

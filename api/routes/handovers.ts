import { getHandover } from '../../services/handovers/get-handover';
import { handoverSchema } from '../../services/handovers/handover-schema';
import { route } from '../route';
import { caseParams } from './shared';

/** The protocols that both sides sign when a person is handed over. */
export const handoverRoutes = [
  route({
    method: 'get',
    path: '/cases/:caseId/handover',
    summary: 'What both sides signed at the handover and at the return, part by part, with what differs',
    permission: 'case.read',
    auditEvent: 'case.handover-read',
    params: caseParams,
    answer: handoverSchema,
    handle: ({ context, officer, params }) => getHandover(context, officer, params.caseId),
  }),
];

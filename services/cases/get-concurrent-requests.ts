import { z } from 'zod';
import {
  concurrenceReasons,
  proposedOrder,
} from '../../domain/procedures/incoming-extradition/concurrent-requests';
import type { IncomingRequest } from '../../domain/procedures/incoming-extradition/request';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import { decidedSame } from '../links/same-person';
import type { CurrentOfficer } from '../officers/current-officer';
import { getVisibleCase } from './find-case';
import { visibleAmong } from './visible-among';

export const concurrentRequestsSchema = z
  .object({
    contentVersion: z.int().describe('Version of the request that was looked at'),
    source: z.string(),
    verified: z.boolean(),
    proposed: z
      .array(
        z.object({
          state: z.string(),
          reference: z.string().nullable(),
          place: z.int().describe('1 is first; States that nothing tells apart have the same'),
          reason: z.enum(concurrenceReasons),
        }),
      )
      .describe('It decides nothing: a person ranks the requests, with reasons'),
  })
  .meta({ id: 'ConcurrentRequests' });

/**
 * The order of the States that ask for one person, as the law proposes it on what the request says, with the open
 * requests of other States for whom an officer found to be the same person, as far as the reader may see them.
 *
 * @throws NotFoundError, also where the case is no request of a foreign State
 */
export async function getConcurrentRequests(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<z.infer<typeof concurrentRequestsSchema>> {
  const item = await getVisibleCase(context, officer, caseId);
  const { procedure, contentVersion: version } = item;
  if (procedure !== 'incoming-extradition') throw new NotFoundError('concurrent requests');
  const request = await requestOf(context, caseId, version);
  const same = await visibleAmong(context, officer, await decidedSame(context, officer, item));
  const open = [...same.values()].filter((other) => other.procedure === procedure && other.closedAt === null);
  const known = await Promise.all(open.map((other) => requestOf(context, other.id, other.contentVersion)));
  const others = known.map(({ requestingState: state, reference }) => ({ state, reference }));
  return {
    contentVersion: version,
    source: 'Iraq, Code of Criminal Procedure 23/1971, art. 365',
    verified: false,
    proposed: proposedOrder(request, others),
  };
}

async function requestOf({ prisma }: ServiceContext, caseId: string, version: number) {
  const { body } = await prisma.caseContent.findUniqueOrThrow({
    where: { caseId_version: { caseId, version } },
  });
  return body as IncomingRequest;
}

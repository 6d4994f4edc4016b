import { actingFor, isFederalOffice, type Parties } from '../../domain/case/parties';
import { type Reader, rolesIn } from '../../domain/permissions/case-access';
import { halfSigned, type Signature } from '../../domain/permissions/sealed-signatures';
import { type Eyes, eyesOf, nameFor } from '../../domain/permissions/side-view';
import type { Case } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import { procedureOf } from '../procedures';
import { type AuthoredLog, authoredLog } from './case-authors';

/** A case as one reader may see it. Every part of it that is shown asks here. */
export interface CaseReading {
  readonly eyes: Eyes;
  readonly log: AuthoredLog;
  /** Who did a thing: a name on the own side, the code of the agency on the other. */
  name(author: string | null, name: string): string;
  /** A signature of the other side that waits for the reader's own. */
  isSealed(stepKey: string): boolean;
  /** The hour of such a signature, ISO 8601 in UTC: a limit that it keeps would tell it. */
  isSealedHour(at: string): boolean;
}

/** What of a case a reader may see. The caller has checked that he may see the case. */
export async function readAs(
  context: Pick<ServiceContext, 'prisma'>,
  reader: Pick<Reader, 'roles' | 'agencyCode' | 'actsFor'>,
  item: Case,
): Promise<CaseReading> {
  const log = await authoredLog(context, item);
  const { agencyCode } = reader;
  const roles = rolesIn(reader, item.procedure);
  const eyes = eyesOf({ roles, agencyCode: actingFor({ roles, agencyCode }, partiesWithOffices(log)) }, item);
  const waiting = halfSigned(procedureOf(item.procedure).steps, signaturesIn(log));
  const sealed = waiting.filter(({ stepKey }) => eyes(log.stepOf(stepKey)) !== 'own');
  return {
    eyes,
    log,
    name: (author, name) => nameFor(eyes, author, item.agencyCode, name),
    isSealed: (key) => sealed.some(({ stepKey }) => stepKey === key),
    isSealedHour: (at) => sealed.some(({ occurredAt }) => occurredAt === at),
  };
}

/** The two sides of a case in which a federal body has a part; undefined where none has. */
function partiesWithOffices({ events }: AuthoredLog): Parties | undefined {
  const [opened] = events;
  const hasPart = events.some(({ body }) => body.type === 'stepOpened' && isFederalOffice(body.role));
  return hasPart && opened?.body.type === 'caseOpened' ? opened.body.parties : undefined;
}

function signaturesIn({ events }: AuthoredLog): Signature[] {
  return events.flatMap(({ body }) =>
    body.type === 'factRecorded' && body.fact.signs !== undefined
      ? [{ step: body.step, stepKey: body.key, occurredAt: body.fact.occurredAt }]
      : [],
  );
}

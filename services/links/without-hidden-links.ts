import type { EventBody } from '../../domain/case/events';
import type { Reader } from '../../domain/permissions/case-access';
import { visibleAmong } from '../cases/visible-among';
import type { ServiceContext } from '../context';

interface Logged {
  readonly data: unknown;
}

/**
 * The events of a case without those that tell of a case which the reader may not see: a link leaves a gap in the
 * numbers as everything does that is kept back, and the opening does not say what it takes up again.
 */
export async function withoutHiddenLinks<E extends Logged>(
  context: Pick<ServiceContext, 'prisma'>,
  reader: Reader,
  events: readonly E[],
): Promise<E[]> {
  const named = events.flatMap(({ data }) => namedBy(data as EventBody) ?? []);
  const visible = await visibleAmong(context, reader, named);
  return events.flatMap((event) => {
    const body = event.data as EventBody;
    const to = namedBy(body);
    if (to === null || visible.has(to)) return event;
    return body.type === 'caseOpened' ? { ...event, data: { ...body, reopens: null } } : [];
  });
}

function namedBy(body: EventBody): string | null {
  if (body.type === 'caseOpened') return body.reopens;
  return body.type === 'caseLinked' || body.type === 'caseUnlinked' ? body.to : null;
}

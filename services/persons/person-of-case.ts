import type { IdentifiedPerson } from '../../domain/names/person';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import { identifiedOf } from './candidate-view';

/**
 * The person of a version of a case's content, as the register knows him.
 *
 * @throws NotFoundError when the case is about nobody
 */
export async function personOfCase(
  { prisma }: ServiceContext,
  caseId: string,
  version: number,
): Promise<IdentifiedPerson> {
  const person = await prisma.person.findFirst({
    where: { content: { caseId, version } },
    include: { names: true },
  });
  if (!person) throw new NotFoundError('person');
  return identifiedOf(person);
}

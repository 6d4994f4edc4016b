import type { CaseView } from '../../services/cases/get-case';

/** The person whom a case is about. */
export function personOf({ request }: Pick<CaseView, 'request'>) {
  const person = 'person' in request ? request.person : undefined;
  if (!person) throw new Error('the case is about nobody');
  return person;
}

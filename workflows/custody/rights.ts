import type { ContentSummary } from '../../domain/case/events';
import type { CustodySteps } from '../../domain/procedures/custody/steps';

/** The steps by which a person hears of his rights, and others of his arrest. */
export type Right = Extract<
  keyof CustodySteps,
  'reasons-told' | 'counsel' | 'interpreter' | 'family-informed' | 'consular-notice'
>;

/** What everybody who is arrested has a right to from the first hour on. */
export const rights: readonly Right[] = ['reasons-told', 'counsel', 'interpreter', 'family-informed'];

/** The same, with his consul where he is a national of another State (Vienna Convention on Consular Relations art. 36). */
export function rightsOf({ foreignNational = false }: ContentSummary): readonly Right[] {
  return foreignNational ? [...rights, 'consular-notice'] : rights;
}

import type { Reader } from './case-access';

/** The two sides of a case, as far as they decide what is seen of it. `counterpartCode` is null where one agency has it alone. */
export interface CaseSides {
  readonly agencyCode: string;
  readonly counterpartCode: string | null;
  /** Since when the other side may know of the case; null before. */
  readonly sharedAt: Date | null;
}

/** What a reader sees of a thing: all of it, only what came of it, or nothing. */
export type SideView = 'own' | 'outcome-only' | 'hidden';

/**
 * What a reader sees of what one side of a case did or wrote: of his own side everything, of the other side what came
 * of it. Each side has its own notes, reasons and names. The auditor sees both whole. Who is of neither side (he opened
 * the case and serves elsewhere now) sees what came of either. Before a case is shared its other side sees nothing.
 *
 * @param author the agency whose thing it is; null for what belongs to the case, and so to its owner
 */
export function sideView(
  { roles, agencyCode }: Pick<Reader, 'roles' | 'agencyCode'>,
  sides: CaseSides,
  author: string | null,
): SideView {
  if (sides.counterpartCode === null || roles.includes('auditor')) return 'own';
  if (agencyCode === sides.counterpartCode && sides.sharedAt === null) return 'hidden';
  return agencyCode === (author ?? sides.agencyCode) ? 'own' : 'outcome-only';
}

/** What one reader sees of one case, by whose a thing is. */
export type Eyes = (author: string | null) => SideView;

export function eyesOf(reader: Pick<Reader, 'roles' | 'agencyCode'>, sides: CaseSides): Eyes {
  return (author) => sideView(reader, sides, author);
}

/** Who did a thing, as its reader may know him: by his name on the own side, by his agency on the other. */
export function nameFor(eyes: Eyes, author: string | null, owner: string, name: string): string {
  return eyes(author) === 'own' ? name : (author ?? owner);
}

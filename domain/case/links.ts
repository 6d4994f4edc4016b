import type { LinkKind } from './events';
import type { LinkedCase } from './state';

/** Whether a remembered link is the one to a case and of a kind. */
export function isLink(
  link: LinkedCase,
  { to, kind }: { readonly to: string; readonly kind: LinkKind },
): boolean {
  return link.caseId === to && link.kind === kind;
}

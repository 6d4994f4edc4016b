import diff from 'microdiff';
import type { ServiceContext } from '../context';

/** One difference between two versions of a content: where (JSON Pointer), and what stood and stands there. */
export interface ContentDifference {
  readonly pointer: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What has changed in the content of a case since the version with this hash was read; empty when no version had it.
 * The caller has checked that the case may be seen.
 */
export async function contentDifferences(
  { prisma }: ServiceContext,
  caseId: string,
  readHash: string,
): Promise<ContentDifference[]> {
  const versions = await prisma.caseContent.findMany({
    where: { caseId, version: { not: null } },
    orderBy: { version: 'asc' },
  });
  const read = versions.find((content) => content.hash === readHash);
  const current = versions.at(-1);
  if (!read || !current) return [];
  return diff(asObject(read.body), asObject(current.body)).map((change) => ({
    pointer: `/${change.path.join('/')}`,
    before: change.type === 'CREATE' ? null : change.oldValue,
    after: change.type === 'REMOVE' ? null : change.value,
  }));
}

function asObject(body: unknown): Record<string, unknown> {
  return body as Record<string, unknown>;
}

import { z } from 'zod';
import { linkKinds } from '../../domain/case/events';
import { eyesOf, nameFor, sideView } from '../../domain/permissions/side-view';
import type { Case, Prisma } from '../../prisma/generated/client';
import { noteReader } from '../cases/notes-of-case';
import { visibleAmong } from '../cases/visible-among';
import { visibleCases } from '../cases/visible-cases';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';

export const caseReference = z.object({
  caseId: z.uuid(),
  reference: z.string(),
  procedure: z.string(),
  status: z.string(),
});

export const linkView = caseReference.extend({
  kind: z
    .enum([...linkKinds, 'batch', 'names', 'named-by', 'takes-up', 'taken-up-by'])
    .describe(
      'All but the first two follow from the cases themselves. `names`: its request names the other, as a request for ' +
        'information the case that it is for; of a batch the first fifty',
    ),
  madeIn: z.uuid().nullable().describe('The case in which it was made and can be taken back'),
  linkedBy: z.string().nullable().describe("An officer of the own side, or the other side's agency"),
  linkedAt: z.iso.datetime().nullable(),
  note: z.unknown().describe('For the side that made it'),
});

type LinkView = z.infer<typeof linkView>;
type Stored = Prisma.CaseLinkGetPayload<{ include: { case: true; linkedBy: true } }>;

/** A case as another one names it. */
export function referenceOf({ id: caseId, reference, procedure, status }: Omit<Case, 'law'>) {
  return { caseId, reference, procedure, status };
}

/**
 * What a case has in common with others, from whichever end it was said; of cases that the reader may not see nothing.
 * The caller has checked that he may see this one.
 */
export async function linksOfCase(
  context: ServiceContext,
  officer: CurrentOfficer,
  item: Case,
): Promise<LinkView[]> {
  const [made, derived] = await Promise.all([
    madeLinks(context, officer, item),
    derivedLinks(context, officer, item),
  ]);
  return [...made, ...derived];
}

async function madeLinks(
  context: ServiceContext,
  officer: CurrentOfficer,
  { id }: Case,
): Promise<LinkView[]> {
  const rows = await context.prisma.caseLink.findMany({
    where: { OR: [{ caseId: id }, { otherId: id }], removedAt: null },
    include: { case: true, linkedBy: true },
    orderBy: [{ linkedAt: 'asc' }, { caseId: 'asc' }, { seq: 'asc' }],
  });
  const endOf = ({ caseId, otherId }: Stored) => (caseId === id ? otherId : caseId);
  const visible = await visibleAmong(context, officer, rows.map(endOf));
  const noteIds = rows.flatMap(({ noteId }) => noteId ?? []);
  const notes = noteReader(await context.prisma.note.findMany({ where: { id: { in: noteIds } } }));
  return rows.flatMap((row) => {
    const other = visible.get(endOf(row));
    if (!other) return [];
    // Its maker is the owner of the case in which it stands.
    const eyes = eyesOf(officer, row.case);
    return {
      ...referenceOf(other),
      kind: z.enum(linkKinds).parse(row.kind),
      madeIn: row.caseId,
      linkedBy: nameFor(eyes, null, row.case.agencyCode, row.linkedBy.name),
      linkedAt: row.linkedAt.toISOString(),
      note: eyes(null) === 'own' ? notes(row.noteId) : null,
    };
  });
}

/** A batch has a page of its own, which names them all. */
const mostOfBatch = 50;

async function derivedLinks(
  { prisma }: ServiceContext,
  officer: CurrentOfficer,
  item: Case,
): Promise<LinkView[]> {
  const { id, batchId, reopensId, namesId } = item;
  const named = [reopensId, namesId].flatMap((other) => other ?? []);
  const find = (where: Prisma.CaseWhereInput, take?: number) =>
    prisma.case.findMany({
      where: { id: { not: id }, AND: [where, visibleCases(officer)] },
      omit: { law: true },
      orderBy: { reference: 'asc' },
      ...(take === undefined ? {} : { take }),
    });
  const [told, batch] = await Promise.all([
    find({ OR: [{ reopensId: id }, { namesId: id }, { id: { in: named } }] }),
    batchId === null ? [] : find({ batchId }, mostOfBatch),
  ]);
  const linkTo = (other: Omit<Case, 'law'>, kind: LinkView['kind']): LinkView => ({
    ...referenceOf(other),
    kind,
    madeIn: null,
    linkedBy: null,
    linkedAt: null,
    note: null,
  });
  return [
    ...batch.map((other) => linkTo(other, 'batch')),
    ...told.flatMap((other) => kindsOf(item, other, officer).map((kind) => linkTo(other, kind))),
  ];
}

/** That a case takes up another one is told to its own side only; what it names, to whoever may see both. */
function kindsOf(item: Case, other: Omit<Case, 'law'>, officer: CurrentOfficer): LinkView['kind'][] {
  const isTold = (newer: Omit<Case, 'law'>) => sideView(officer, newer, null) === 'own';
  const kinds: LinkView['kind'][] = [];
  if (item.namesId === other.id) kinds.push('names');
  if (other.namesId === item.id) kinds.push('named-by');
  if (item.reopensId === other.id && isTold(item)) kinds.push('takes-up');
  if (other.reopensId === item.id && isTold(other)) kinds.push('taken-up-by');
  return kinds;
}

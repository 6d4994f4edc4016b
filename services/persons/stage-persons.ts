import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import type { Prisma, PrismaClient } from '../../prisma/generated/client';
import type { ServiceContext } from '../context';
import type { KnownPerson } from './person-input';
import { personRows } from './person-rows';

const chunk = 500;

type Register = Pick<PrismaClient, 'case' | 'person' | 'personName'>;

/**
 * Puts the person of a content into the register, where the cross-check finds him as soon as the content is the case's
 * present version. Repeating it stores nothing twice. It runs in the transaction that stages the content, before the
 * workflow hears of it: no name goes through Temporal.
 */
export async function stagePersons(
  register: Register,
  caseId: string,
  contentId: string,
  body: Prisma.JsonValue,
): Promise<void> {
  const known = personOfContent(body);
  if (known === null) return;
  const id = uuidv5('person', contentId);
  const { agency } = await register.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { agency: { select: { side: true } } },
  });
  const { person, names } = personRows(id, agency.side, { contentId }, known);
  const { count } = await register.person.createMany({ data: person, skipDuplicates: true });
  if (count === 1) await register.personName.createMany({ data: names });
}

const contentSchema = z.object({
  person: z
    .object({
      names: z.array(
        z.object({
          script: z.enum(['Latn', 'Arab']),
          language: z.enum(['ar', 'ckb', 'en', 'sv']).optional(),
          family: z.string().optional(),
          given: z.string(),
        }),
      ),
      aliases: z.array(z.string()).default([]),
      birth: z.object({ date: z.string().optional(), place: z.string().optional() }).optional(),
      documents: z.array(z.object({ number: z.string() })).default([]),
    })
    .optional(),
});

/**
 * The person whom a content is about, as its procedure has validated him; null where the procedure is about nobody.
 *
 * @throws ZodError, a fault in the program: a person whom the cross-check cannot read must not be missed in silence
 */
export function personOfContent(body: Prisma.JsonValue): KnownPerson | null {
  return contentSchema.parse(body).person ?? null;
}

/**
 * Stages the persons of contents that have none: those of a register that is older than the cross-check.
 *
 * @returns how many were looked at
 */
export async function stageMissingPersons({ prisma }: Pick<ServiceContext, 'prisma'>): Promise<number> {
  let after = '';
  let done = 0;
  for (;;) {
    const contents = await prisma.caseContent.findMany({
      where: { persons: { none: {} }, ...(after === '' ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: chunk,
    });
    for (const { id, caseId, body } of contents) {
      await prisma.$transaction((tx) => stagePersons(tx, caseId, id, body));
    }
    done += contents.length;
    after = contents.at(-1)?.id ?? '';
    if (contents.length < chunk) return done;
  }
}

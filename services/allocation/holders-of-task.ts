import { z } from 'zod';
import { noteReader } from '../cases/notes-of-case';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { getTask } from '../tasks/list-tasks';

export const holdingsSchema = z
  .object({
    items: z.array(
      z.object({
        act: z.enum(['claimed', 'released', 'assigned', 'taken-over', 'returned']),
        holder: z.string().nullable().describe('Who had it from then on; null: the pool'),
        officer: z.string().nullable().describe("Who did it; null: the holder's account was changed"),
        reason: z.unknown(),
        at: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'Holdings' });

/** Who had a task, from when on and by whose act. @throws NotFoundError */
export async function holdersOfTask(
  context: ServiceContext,
  officer: CurrentOfficer,
  taskId: string,
): Promise<z.infer<typeof holdingsSchema>> {
  const { caseId } = await getTask(context, officer, taskId);
  const [rows, notes] = await Promise.all([
    context.prisma.taskHolding.findMany({
      where: { taskId },
      include: { holder: true, officer: true },
      orderBy: { seq: 'asc' },
    }),
    context.prisma.note.findMany({ where: { caseId } }),
  ]);
  const note = noteReader(notes);
  const items = rows.map(({ act, holder, officer: actor, reasonId, at }) => ({
    act: holdingsSchema.shape.items.element.shape.act.parse(act),
    holder: holder?.name ?? null,
    officer: actor?.name ?? null,
    reason: note(reasonId),
    at: at.toISOString(),
  }));
  return { items };
}

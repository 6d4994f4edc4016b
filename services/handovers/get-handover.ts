import { protocolSchema } from '../../domain/procedures/suspect-transfer/facts';
import type { Case, Fact, Task } from '../../prisma/generated/client';
import { getVisibleCase } from '../cases/find-case';
import { noteReader } from '../cases/notes-of-case';
import { readAs } from '../cases/read-as';
import type { ServiceContext } from '../context';
import { NotFoundError } from '../errors';
import type { CurrentOfficer } from '../officers/current-officer';
import { compareProtocols } from './compare-protocols';
import type { HandoverKind, HandoverView, RoundView, SignatureView } from './handover-schema';

const kinds = ['handover', 'return'] as const satisfies readonly HandoverKind[];

/** A signature that is there, with what was signed. */
type Signed = SignatureView & Required<{ hour: string; protocol: NonNullable<SignatureView['protocol']> }>;

/**
 * The protocols of the handover and of the return, round by round, as both sides signed them, with what differs. Until
 * both have signed a round each is shown its own signature and whether the other's is there, so that nobody copies.
 *
 * @throws NotFoundError when the officer may not see the case, and for a case that nobody is handed over in
 */
export async function getHandover(
  context: ServiceContext,
  officer: CurrentOfficer,
  caseId: string,
): Promise<HandoverView> {
  const item = await getVisibleCase(context, officer, caseId);
  if (item.counterpartCode === null) throw new NotFoundError('handover');
  const desk = await openDesk(context, officer, item);
  const handovers = kinds.map((kind) => ({ kind, rounds: roundsOf(desk, kind) }));
  return {
    caseId,
    reference: item.reference,
    handovers: handovers.filter(({ rounds }) => rounds.length > 0),
  };
}

interface Desk {
  readonly tasks: readonly Task[];
  signature(stepKey: string): Omit<SignatureView, 'step'>;
}

async function openDesk(context: ServiceContext, officer: CurrentOfficer, item: Case): Promise<Desk> {
  const { prisma } = context;
  const caseId = item.id;
  const { eyes, log, name, isSealed } = await readAs(context, officer, item);
  const [tasks, facts, notes] = await Promise.all([
    prisma.task.findMany({ where: { caseId, status: { not: 'cancelled' } }, orderBy: { openedSeq: 'asc' } }),
    prisma.fact.findMany({ where: { caseId, signs: { not: null } }, orderBy: { seq: 'asc' } }),
    prisma.note.findMany({ where: { caseId } }),
  ]);
  const officers = await prisma.officer.findMany({
    where: { id: { in: facts.map(({ recordedById }) => recordedById) } },
  });
  const nameOf = new Map(officers.map((entry) => [entry.id, entry.name]));
  const note = noteReader(notes);
  const isInside = [item.agencyCode, item.counterpartCode].some((side) => eyes(side) === 'own');
  const read = ({ seq, occurredAt, zone, recordedAt, recordedById, detailsId }: Fact) => ({
    hour: occurredAt.toISOString(),
    zone,
    recordedAt: recordedAt.toISOString(),
    recordedBy: name(log.author(seq).agencyCode, nameOf.get(recordedById) ?? ''),
    protocol: protocolSchema.parse(note(detailsId)),
  });
  return {
    tasks,
    signature: (stepKey) => {
      const fact = facts.findLast((candidate) => candidate.stepKey === stepKey);
      const agency = log.stepOf(stepKey) ?? item.agencyCode;
      const isShown = fact !== undefined && isInside && !isSealed(stepKey);
      return { agency, signed: fact !== undefined, ...(isShown ? read(fact) : unread) };
    },
  };
}

const unread = { hour: null, zone: null, recordedAt: null, recordedBy: null, protocol: null } as const;

function roundsOf(desk: Desk, kind: HandoverKind): RoundView[] {
  const keys = desk.tasks.flatMap(({ step, stepKey }) => (step === `${kind}-given` ? [stepKey] : []));
  return [...new Set(keys)].map((stepKey) => roundOf(desk, kind, Number(stepKey.split('#')[1])));
}

function roundOf(desk: Desk, kind: HandoverKind, round: number): RoundView {
  const sign = (step: string): SignatureView => ({ ...desk.signature(`${step}#${round}`), step });
  const [given, taken] = [sign(`${kind}-given`), sign(`${kind}-taken`)];
  const parts = isRead(given) && isRead(taken) ? compareProtocols(written(given), written(taken)) : null;
  const difference = desk.tasks.findLast(({ stepKey }) => stepKey === `${kind}-difference#${round}`);
  return {
    round,
    state: stateOf(given, taken, difference),
    given,
    taken,
    parts,
    settled: difference?.outcome ?? null,
  };
}

function stateOf(given: SignatureView, taken: SignatureView, difference?: Task): RoundView['state'] {
  if (!given.signed && !taken.signed) return 'unsigned';
  if (!given.signed || !taken.signed) return 'half-signed';
  return difference ? 'different' : 'agreed';
}

function isRead(signature: SignatureView): signature is Signed {
  return signature.hour !== null && signature.protocol !== null;
}

function written({ hour, protocol }: Signed) {
  return { ...protocol, hour };
}

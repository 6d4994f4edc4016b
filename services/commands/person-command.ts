import type { OpeningCommand, PersonCommand } from '../../domain/case/commands';
import { type CaseSummary, getCaseSummary } from '../cases/case-summary';
import { getVisibleCase } from '../cases/find-case';
import type { ServiceContext } from '../context';
import type { CurrentOfficer } from '../officers/current-officer';
import { answerOnce, commandIdOf } from './idempotency';
import { sendCommand } from './send-command';

type CaseCommand = Exclude<PersonCommand, OpeningCommand>;
type Unsigned<C> = C extends CaseCommand ? Omit<C, 'commandId' | 'officerId'> : never;

/** A command as a use case builds it; `commandId` names what it stores beside it. */
export type CommandBuilder = (commandId: string) => Promise<Unsigned<CaseCommand>>;

/** Which case a person's command is for, and what may be repeated under its key. */
export interface CommandRequest {
  readonly caseId: string;
  readonly key: string;
  readonly route: string;
  readonly body: unknown;
  /** Finds the case for who may do this to it; without it, for who may see the case. */
  readonly find?: typeof getVisibleCase;
}

/**
 * The shape of every use case that changes a case: may it be seen, was it answered already, build the command, send
 * it, answer with the case as it is now.
 *
 * @throws NotFoundError, IdempotencyKeyReusedError, RefusedError, UnavailableError
 */
export async function runPersonCommand(
  context: ServiceContext,
  officer: CurrentOfficer,
  { caseId, key, route, body, find = getVisibleCase }: CommandRequest,
  build: CommandBuilder,
): Promise<CaseSummary> {
  await find(context, officer, caseId);
  const repeatable = { officerId: officer.id, key, route: `${route}:${caseId}`, body };
  return await answerOnce(context, repeatable, async () => {
    const commandId = commandIdOf(repeatable);
    const command = { ...(await build(commandId)), commandId, officerId: officer.id };
    await sendCommand(context, caseId, key, command);
    return await getCaseSummary(context, officer, caseId);
  });
}

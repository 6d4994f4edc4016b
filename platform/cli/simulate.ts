import type { CaseView } from '../../services/cases/get-case';
import type { ServiceContext } from '../../services/context';
import type { Config } from '../config';
import { abortOnSignal } from '../shutdown';
import { calendarOf } from '../simulate/calendar';
import { calendarText } from '../simulate/calendar-text';
import type { IncomingBranch } from '../simulate/incoming-branches';
import type { InformationBranch } from '../simulate/information-branches';
import type { OutgoingBranch } from '../simulate/outgoing-branches';
import { type CommitteeBranch, committeeZones, playCommittee } from '../simulate/play-committee';
import { incomingZones, playIncoming } from '../simulate/play-incoming';
import { informationZones, playInformation } from '../simulate/play-information';
import { outgoingZones, playOutgoing } from '../simulate/play-outgoing';
import type { Watched } from '../simulate/play-script';
import { playTransfer, transferZones } from '../simulate/play-transfer';
import type { SkippedTime } from '../simulate/skipped-time';
import { withStage } from '../simulate/stage';
import type { TransferBranch } from '../simulate/transfer-branches';

export interface SimulateOptions {
  readonly json?: boolean;
}

export interface TransferOptions extends SimulateOptions {
  /** The side where the person is. */
  readonly from: 'KRG' | 'FED';
}

/** A branch to be played, and in which zones its calendar is shown. */
interface Simulation {
  readonly branch: string;
  readonly zones: readonly string[];
  play(context: ServiceContext, time: SkippedTime, watched: Watched): Promise<CaseView>;
}

/** Plays a branch of the outgoing extradition of the sample. */
export async function runOutgoing(
  config: Config,
  branch: OutgoingBranch,
  options: SimulateOptions,
): Promise<void> {
  await simulate(config, options, {
    branch,
    zones: outgoingZones,
    play: (context, time, watched) => playOutgoing(context, time, branch, watched),
  });
}

/** Plays a branch of the incoming extradition of the sample. */
export async function runIncoming(
  config: Config,
  branch: IncomingBranch,
  options: SimulateOptions,
): Promise<void> {
  await simulate(config, options, {
    branch,
    zones: incomingZones,
    play: (context, time, watched) => playIncoming(context, time, branch, watched),
  });
}

/** Plays a branch of the transfer of a sample person, in the direction that was asked for. */
export async function runTransfer(
  config: Config,
  branch: TransferBranch,
  options: TransferOptions,
): Promise<void> {
  const way =
    options.from === 'FED' ? ({ from: 'FED', to: 'KRG' } as const) : ({ from: 'KRG', to: 'FED' } as const);
  await simulate(config, options, {
    branch,
    zones: transferZones,
    play: (context, time, watched) => playTransfer(context, time, { branch, way }, watched),
  });
}

/** Plays a branch of the sample request for information. */
export async function runInformation(
  config: Config,
  branch: InformationBranch,
  options: SimulateOptions,
): Promise<void> {
  await simulate(config, options, {
    branch,
    zones: informationZones,
    play: (context, time, watched) => playInformation(context, time, branch, watched),
  });
}

/** Plays a branch of the sample resolution of the committee. */
export async function runCommittee(
  config: Config,
  branch: CommitteeBranch,
  options: SimulateOptions,
): Promise<void> {
  await simulate(config, options, {
    branch,
    zones: committeeZones,
    play: (context, time, watched) => playCommittee(context, time, branch, watched),
  });
}

/**
 * Plays a case in skipped time, from today on, and prints its calendar, alone on standard output. Touches no
 * installation and leaves nothing running, at Ctrl-C neither.
 */
async function simulate(config: Config, { json }: SimulateOptions, simulation: Simulation): Promise<void> {
  const report = (line: string) => console.error(line);
  const signal = abortOnSignal();
  const { branch, zones, play } = simulation;
  const calendar = await withStage({ config, report, signal }, async ({ context, time }) =>
    calendarOf(context.prisma, branch, await play(context, time, { report, signal }), zones),
  );
  console.log(json ? JSON.stringify(calendar, null, 2) : calendarText(calendar));
}

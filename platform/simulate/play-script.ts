import { throwIfInterrupted } from './interrupted';
import { type Dated, fromToday } from './shift';
import type { SkippedTime } from './skipped-time';

/** How a simulation is watched and ended. */
export interface Watched {
  /** Told each event before it is waited for. */
  report(line: string): void;
  readonly signal?: AbortSignal | undefined;
}

/** What a simulated case is made of: it is opened, then its events come, each at its own time. */
export interface Play<E extends Dated> {
  readonly script: readonly E[];
  open(): Promise<void>;
  play(event: E): Promise<void>;
  /** What a line of progress calls the event. */
  nameOf(event: E): string;
}

/** Plays a script so that its first day is today, each event recorded at its own time. */
export async function playScript<E extends Dated>(
  time: SkippedTime,
  { script, open, play, nameOf }: Play<E>,
  { report, signal }: Watched,
): Promise<void> {
  const start = fromToday(script, await time.now())[0];
  if (start) await time.passUntil(new Date(start.at));
  await open();
  for (const event of fromToday(script, await time.now())) {
    throwIfInterrupted(signal);
    report(`${event.at}  ${nameOf(event)}`);
    await time.passUntil(new Date(event.at));
    await play(event);
  }
}

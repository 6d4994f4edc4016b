const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a shell reports for a process ended by SIGINT. */
const interruptedExitCode = 130;

/** npm and the terminal may each pass on the same Ctrl-C: two signals this close together are one. */
const sameSignalMs = 1_000;

/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. Call it before anything is started, so that an early Ctrl-C is
 * not lost. A second Ctrl-C, a second or more later, ends the process at once, for a stop that hangs.
 */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let firstAtMs: number | undefined;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (firstAtMs !== undefined && Date.now() - firstAtMs > sameSignalMs) process.exit(interruptedExitCode);
      firstAtMs ??= Date.now();
      resolve(signal);
    };
    for (const signal of stopSignals) process.on(signal, onSignal);
  });
}

/** A signal that is aborted by the first SIGINT, SIGTERM or SIGHUP; its reason is the signal's name. */
export function abortOnSignal(): AbortSignal {
  const controller = new AbortController();
  void untilSignal().then((signal) => controller.abort(signal));
  return controller.signal;
}

/** Resolves when the signal is aborted, at once when it already is. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/**
 * Stops parts one after another, in the order given; a part that fails to stop does not keep the next from stopping.
 * @throws AggregateError with what went wrong, after all were tried.
 */
export async function stopInOrder(stops: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const stop of stops) await stop().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors);
}

/** @throws AbortError, for which the command line ends with 130, when a signal has come */
export function throwIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('interrupted', 'AbortError');
}

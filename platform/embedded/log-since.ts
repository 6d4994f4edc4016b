import { readFileSync, statSync } from 'node:fs';

/** From now on gives what has been added to a log file; nothing while there is no file. */
export function logSince(file: string): () => string {
  const from = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return () => {
    try {
      return readFileSync(file).subarray(from).toString('utf8');
    } catch {
      return '';
    }
  };
}

/**
 * Starts a server that writes to a log. Where the start fails and the log says that a port was taken, the error gets
 * the code EADDRINUSE: what a server says last is not always why it ended.
 */
export async function tellingOfPorts<Started>(
  logFile: string,
  start: () => Promise<Started>,
): Promise<Started> {
  const log = logSince(logFile);
  try {
    return await start();
  } catch (error) {
    if (/address already in use/i.test(log())) Object.assign(error as object, { code: 'EADDRINUSE' });
    throw error;
  }
}

/**
 * Something that the person at the keyboard can put right: a busy port, a folder that cannot be written, a missing
 * tool. The command line prints it as one line, `taslim: <message>. <remedy>`, without a stack, and ends with 1.
 * Both parts are single lines without a closing full stop on the message.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';

  constructor(
    message: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(oneLine(message), options);
  }
}

/**
 * Thrown by `loadConfig` with every fault at once: each names the variable and what to set it to. The message holds
 * them all in one line; `faults` holds one line each.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(`the configuration is not valid: ${faults.join('; ')}`);
  }
}

/** The text of anything thrown, on one line. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return oneLine(String(error));
  if (error.message === '' && 'errors' in error && Array.isArray(error.errors))
    return error.errors.map(messageOf).join('; ');
  return oneLine(String(error.message));
}

/** The code that Node and drivers put on their errors (ENOENT, EADDRINUSE, 28P01), if there is one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

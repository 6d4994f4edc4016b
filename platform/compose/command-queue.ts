/** The queue at which the case workers are asked. */
export const taskQueue = 'cases';

/** How long a command may take before the caller is told to come again. */
export const commandTimeoutMs = 10_000;

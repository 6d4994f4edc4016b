import { destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from '../config';

/** The log: JSON lines on standard error, ids and codes only. */
export function createLog(level: LogLevel): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, destination(2));
}

import { ClockInputError } from '../../../../domain/law/clock/errors';

/** The code and the value with which a clock is refused. */
export function refused(compute: () => unknown): { code: string; value: string } {
  try {
    compute();
  } catch (error) {
    if (error instanceof ClockInputError) return { code: error.code, value: error.value };
    throw error;
  }
  throw new Error('nothing was refused');
}

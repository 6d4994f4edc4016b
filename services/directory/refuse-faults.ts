import { InvalidInputError } from '../errors';

/** @throws InvalidInputError with all of them, when there are any */
export function refuseFaults(faults: InvalidInputError['faults']): void {
  if (faults.length > 0) throw new InvalidInputError(faults);
}

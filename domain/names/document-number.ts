import { normaliseName } from './normalise-name';

/** A document's number as it is compared: letters and digits only, Latin digits. Empty when it holds none. */
export function documentKeyOf(number: string): string {
  return normaliseName(number).replaceAll(' ', '');
}

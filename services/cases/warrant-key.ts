import { hashOf } from '../../domain/hash';
import { normaliseName } from '../../domain/names/normalise-name';

/** By what a warrant is known: court and number, however they were typed. SHA-256. */
export function warrantKeyOf({ court, number }: { readonly court: string; readonly number: string }): string {
  return hashOf([court, number].map((part) => normaliseName(part).replaceAll(/\s+/g, ' ').trim()));
}

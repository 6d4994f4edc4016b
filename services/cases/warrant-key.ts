import { hashOf } from '../../domain/hash';
import { normaliseName } from '../../domain/names/normalise-name';

interface Warrant {
  readonly court: string;
  readonly number: string;
  /** Of a foreign court. */
  readonly state?: string;
}

/** By what a warrant is known: court and number, however they were typed, and the State of a foreign one. SHA-256. */
export function warrantKeyOf({ court, number, state }: Warrant): string {
  return hashOf(
    [...(state === undefined ? [] : [state]), court, number].map((part) =>
      normaliseName(part).replaceAll(/\s+/g, ' ').trim(),
    ),
  );
}

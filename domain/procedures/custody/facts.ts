import { z } from 'zod';
import { line, prose } from '../../input';

export const place = z.strictObject({ place: line, note: prose.optional() });
export const court = z.strictObject({ court: line, note: prose.optional() });
export const orderOfCourt = z.strictObject({ court: line, orderNumber: line });

/** What is said of each of the person's rights that was seen to. */
export const rightsDetails = {
  'reasons-told': z.strictObject({ language: line }),
  counsel: z.strictObject({ name: line.optional() }),
  interpreter: z.strictObject({ language: line.optional() }),
  'family-informed': z.strictObject({ note: prose.optional() }),
  'consular-notice': z.strictObject({ mission: line.optional() }),
} as const;

/** What each fact of custody in Iraq says that stays in the register. */
export const custodyDetails = {
  arrest: place,
  'register-entry': z.strictObject({ number: line }),
  ...rightsDetails,
  'papers-to-judge': court,
  'detention-order': orderOfCourt,
  release: place,
} as const;

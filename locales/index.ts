import { createInstance } from 'i18next';
import ar from './ar.json';
import ckb from './ckb.json';
import en from './en.json';
import type { Language } from './language';

export { direction, type Language, languages, preferredLanguage } from './language';

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralCategory}` ? Base : Key;

/** Every text's key. One that is missing in the English file does not compile. */
export type TextKey = WithoutPlural<keyof typeof en>;

/** Values for the `{{name}}` places of a text; `count` also chooses the plural form. Nothing is HTML-escaped. */
export type TextParams = Readonly<Record<string, string | number>>;

/** Thrown for a key that a language does not have, or a place in a text that got no value: a fault in the program. */
export class MissingTextError extends Error {
  override readonly name = 'MissingTextError';

  constructor(
    readonly language: string,
    /** The key, or the text whose place got no value. */
    readonly key: string,
    readonly param?: string,
  ) {
    super(`no text for ${key}${param === undefined ? '' : ` {{${param}}}`} in ${language}`);
  }
}

const texts = createInstance();
// The bundled files are there at once, so this is complete when it returns. No language falls back to another:
// a test compares the files, and half a page in the wrong language would hide what is missing.
void texts.init({
  initAsync: false,
  fallbackLng: false,
  resources: { en: { translation: en }, ar: { translation: ar }, ckb: { translation: ckb } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  missingInterpolationHandler: (template, match: RegExpExecArray, options) => {
    throw new MissingTextError(String(options.lng), template, match[1]?.trim());
  },
});

/**
 * The text of a key in a language, plain, not HTML.
 * @throws MissingTextError when the key or the value of one of its places is missing.
 */
export function text(language: Language, key: TextKey, params: TextParams = {}): string {
  if (!texts.exists(key, { ...params, lng: language })) throw new MissingTextError(language, key);
  return texts.t(key, { ...params, lng: language });
}

/** Whether there is a text for a key that was put together from a code of the register. */
export function hasText(key: string): key is TextKey {
  return texts.exists(key, { lng: 'en', count: 1 });
}

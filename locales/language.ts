/** BCP 47 tags of the three languages; `ckb` is Central Kurdish (Sorani) in Arabic script. */
export type Language = 'en' | 'ar' | 'ckb';

export const languages: readonly Language[] = ['en', 'ar', 'ckb'];

/** The writing direction of a language, as HTML's `dir` wants it. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'en' ? 'ltr' : 'rtl';
}

/**
 * The language that an Accept-Language header (RFC 9110 section 12.5.4) asks for most; English if it asks for none
 * of ours. Browsers that know no `ckb` send `ku`, or `ku` with Arabic script or one of Sorani's countries.
 */
export function preferredLanguage(acceptLanguageHeader: string | undefined): Language {
  const wanted = (acceptLanguageHeader ?? '')
    .split(',')
    .map(parseRange)
    .filter((range) => range.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const range of wanted) {
    const language = languageOf(range.tag);
    if (language !== undefined) return language;
  }
  return 'en';
}

function parseRange(range: string): { tag: string; quality: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { tag, quality: quality === undefined ? 1 : Number(quality) };
}

function languageOf(tag: string): Language | undefined {
  if (/^(ckb(-|$)|ku($|-arab|-iq|-ir))/.test(tag)) return 'ckb';
  if (/^ar(-|$)/.test(tag)) return 'ar';
  return /^en(-|$)/.test(tag) ? 'en' : undefined;
}

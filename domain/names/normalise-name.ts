/** Letters of one sound or one shape that writers take for each other, and the one that stands for them. */
const sameLetter: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ێ: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ھ: 'ه',
  ہ: 'ه',
  ة: 'ه',
  ۆ: 'و',
  ۊ: 'و',
  ڕ: 'ر',
  ڵ: 'ل',
  ء: '',
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  æ: 'a',
  đ: 'd',
  ł: 'l',
};

const [hamzaAbove, cedilla, breve] = ['\u0654', '\u0327', '\u0306'];
const nonJoiner = '\u200c';

/** Kurdish Latin letters whose mark makes another sound, decomposed; the marks of all other letters say nothing here. */
const markedLatin: readonly (readonly [string, string])[] = [
  [`s${cedilla}`, 'sh'],
  [`c${cedilla}`, 'ch'],
  [`g${breve}`, 'gh'],
];

/** In front of a word the seat of a hamza is a mere carrier of the Kurdish vowel behind it, as alef is in Arabic. */
const carrierOfItsOwnVowel = new RegExp(`(?<![\\p{L}\\p{M}])(?:ي${hamzaAbove})+(?=[اە])`, 'gu');
const carrierAtStart = new RegExp(`(?<![\\p{L}\\p{M}])(?:ي${hamzaAbove})+`, 'gu');
const apostrophes = /[\p{Lm}'’‘`´ʹ]/gu;
const arabicDigit = /[٠-٩۰-۹]/g;

/**
 * A name as two writers of it would agree to spell it, in its own script: lower case, one form of alef, ya, kaf and
 * heh, no hamza, no vowel signs, no tatweel, no joiners, words apart by one space. Doing it again changes nothing.
 */
export function normaliseName(name: string): string {
  // A heh that joins nothing is how keyboards without the Kurdish ae write that vowel.
  const written = name.replaceAll(`ه${nonJoiner}`, 'ە').normalize('NFKD').toLowerCase().normalize('NFKD');
  const letters = markedLatin
    .reduce((text, [marked, plain]) => text.replaceAll(marked, plain), written)
    .replace(/\p{Cf}/gu, '')
    .replace(carrierOfItsOwnVowel, '')
    .replace(carrierAtStart, 'ا')
    .replace(/\p{M}/gu, '')
    .replace(arabicDigit, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/./gu, (letter) => sameLetter[letter] ?? letter)
    .replace(apostrophes, '');
  return letters
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .normalize('NFC')
    .trim();
}

/**
 * The sounds of a part of a name, one character each, that all spellings of it are brought to:
 *
 *   consonants  b p t d s z j k q g f v l m n r h, x (kh), S (sh), T (th), D (dh and its kin), G (gh), C (ch), Z (zh)
 *   half vowels w y; from Arabic letters U (waw), I (ya), A (alef), Y (a ya at the end, which may be an alef)
 *   vowels      a e i o u; & (Kurdish ae); ' (ayn, or an alef in front: some vowel); ~ (an h at the end, often left out)
 */
export function soundsOf(part: string): string {
  const sounds = /\p{Script=Arabic}/u.test(part) ? arabicSounds(part) : latinSounds(part);
  return sounds.replace(/(.)\1+/gu, '$1').replace(/(?<=.)h$/, '~');
}

const ofArabicLetter: Readonly<Record<string, string>> = {
  ...{
    ا: 'A',
    و: 'U',
    ي: 'I',
    ە: '&',
    ع: "'",
    ب: 'b',
    پ: 'p',
    ت: 't',
    ط: 't',
    ث: 'T',
    ج: 'j',
    چ: 'C',
    ح: 'h',
  },
  ...{
    خ: 'x',
    د: 'd',
    ذ: 'D',
    ض: 'D',
    ظ: 'D',
    ر: 'r',
    ز: 'z',
    ژ: 'Z',
    س: 's',
    ص: 's',
    ش: 'S',
    غ: 'G',
    ف: 'f',
  },
  ...{ ڤ: 'v', ق: 'q', ك: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', ه: 'h' },
};

function arabicSounds(part: string): string {
  return [...part]
    .map((letter) => ofArabicLetter[letter] ?? letter)
    .join('')
    .replace(/^A/, "'")
    .replace(/(?<=.)I$/, 'Y');
}

const latinSpellings: readonly (readonly [RegExp, string])[] = [
  [/tsch/g, 'C'],
  [/sch|sh/g, 'S'],
  [/tch|ch/g, 'C'],
  [/kh/g, 'x'],
  [/gh/g, 'G'],
  [/th/g, 'T'],
  [/dh/g, 'D'],
  [/zh/g, 'Z'],
  [/ph/g, 'f'],
  [/dj/g, 'j'],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/aa/g, 'a'],
  [/[ae][iy](?![aeiou])/g, 'e'],
  [/a[uw](?![aeiou])/g, 'o'],
  [/y(?![aeiou])/g, 'i'],
];

function latinSounds(part: string): string {
  return latinSpellings.reduce((text, [spelling, sound]) => text.replace(spelling, sound), part);
}

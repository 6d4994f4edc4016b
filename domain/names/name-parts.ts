import { normaliseName } from './normalise-name';

/** More parts than these are not compared: no name needs them, and each costs time. */
const mostParts = 6;

const articles = new Set(['al', 'el', 'ul', 'il', 'ال']);
/** The article as it sounds before some letters: only behind 'abd' can it not be anything else. */
const assimilated = new Set(['ar', 'as', 'ash', 'ad', 'az', 'an', 'at', 'ur', 'us', 'ush', 'ud', 'uz', 'un']);
const servantOf = new Set([
  'abd',
  'abdul',
  'abdel',
  'abdal',
  'abdol',
  'abdoul',
  'عبد',
  'عەبد',
  'عەبدول',
  'عبدول',
]);
const parentOf = new Set(['abu', 'abo', 'abou', 'abi', 'umm', 'um', 'ابو', 'ابي', 'ام', 'ەبو', 'ەبوو']);
const childOf = new Set(['ibn', 'bin', 'ben', 'bint', 'بن', 'ابن', 'بنت', 'كوري', 'كچي']);
const religion = new Set(['din', 'deen', 'eddin', 'eddine', 'uddin', 'aldin', 'aldeen', 'الدين', 'دين']);
const god = new Set(['allah', 'ullah', 'الله']);

/** Names that begin with the letters of the article without having one. */
const noArticle = new Set(['الياس', 'الهام', 'الاء', 'الفت', 'الماس']);

/**
 * The parts of a name in the order in which they are written, normalised: given, father's, grandfather's, family name.
 * The article and 'son of' are left out; 'Abd al-Rahman', 'Abdulrahman' and 'عبد الرحمن' are one part each, as are
 * 'Abu Bakr' and 'Salah al-Din'.
 */
export function namePartsOf(name: string): string[] {
  const words = normaliseName(name).split(' ').filter(Boolean);
  const parts: string[] = [];
  let head = '';
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1;
    if (isParticle(word, head, isLast, words.length)) continue;
    if (!isLast && (servantOf.has(word) || parentOf.has(word))) {
      head += word;
      continue;
    }
    const before = parts.at(-1);
    if (before !== undefined && head === '' && (religion.has(word) || god.has(word))) {
      parts[parts.length - 1] = united(before + word);
    } else {
      parts.push(united(head + withoutArticle(word)));
    }
    head = '';
  }
  return parts.slice(0, mostParts);
}

function isParticle(word: string, head: string, isLast: boolean, count: number): boolean {
  if (isLast) return false;
  if (articles.has(word)) return true;
  return head === '' ? count > 1 && childOf.has(word) : assimilated.has(word);
}

/** 'Al' is cut from a Latin name only where enough is left for it to be the article: not from Ali, Alaa, Alwan. */
function withoutArticle(word: string): string {
  if (word.startsWith('ال'))
    return word.length >= 5 && !noArticle.has(word) && !god.has(word) ? word.slice(2) : word;
  return /^[ae]l(?:[aeiou].{5,}|[aou].+[iy]|[^aeiou].{3,})$/.test(word) && !god.has(word)
    ? word.slice(2)
    : word;
}

/** One spelling for what is written together, apart, with the article or with the letter that it became. */
function united(part: string): string {
  return part
    .replace(/^abd(?:[aeou]+l|[aeou]+([rsnzdt])(?=\1))(?=.{2})/, 'abd')
    .replace(/^عە?بد(?:ول|ال|ەل)(?=.{2})/, 'عبد')
    .replace(/^ab[ou]+(?=[^aeioud])/, 'abu')
    .replace(/(?<=.{2})[aeiou]{0,2}(?:l|d)?d(?:in|een|ine|ein)$/, 'din')
    .replace(/(?<=.{2})(?:ال|ەل|ەد|ە)?دين$/, 'دين');
}

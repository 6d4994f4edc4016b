import { namePartsOf } from './name-parts';
import { soundsOf } from './sounds';

/** Sounds that spellings take for each other fall together, so that they share their trigrams. */
const coarse: Readonly<Record<string, string>> = {
  ...{ p: 'b', T: 's', z: 'd', D: 'd', Z: 'j', C: 'j', q: 'k', g: 'k', G: 'k', v: 'f', S: 'c' },
};
const vowels = /[aeiou&'AIUY~]/g;

/**
 * What a name is found by: the consonants of its parts, coarsely, words in the order of the name. 'Muhammad', 'Mohammed',
 * 'محمد' and 'محەممەد' all give 'mhmd'. It finds more than it should: the score decides. Rows of the register hold it,
 * so a change of it, or of what it is made from, needs their keys made anew.
 */
export function searchKeyOf(name: string): string {
  return namePartsOf(name)
    .map((part) => keyOf(soundsOf(part)))
    .join(' ');
}

function keyOf(sounds: string): string {
  const start = sounds.replace(/^U/, 'w').replace(/^I/, 'y');
  const consonants = start
    .replace(/(?<=.)[wy]/g, '')
    .replace(vowels, '')
    .replace(/./g, (sound) => coarse[sound] ?? sound)
    .replace(/(.)\1+/g, '$1');
  return consonants === '' ? 'a' : consonants;
}

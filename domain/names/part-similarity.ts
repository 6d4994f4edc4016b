import { exchangeCost, omissionCost } from './sound-costs';

const swapCost = 0.5;
/** Only Latin spellings have these: Arabic and Kurdish letters give other signs. */
const writtenVowel = /[aeiou]/;

/**
 * How alike two parts of a name sound, by their sounds: 1 the same, 0 nothing in common. A weighted edit distance, by
 * which a vowel that Arabic does not write costs next to nothing and a foreign consonant costs all. Symmetric.
 */
export function partSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const vowelsWritten = writtenVowel.test(one) && writtenVowel.test(other);
  const [rows, columns] = [weighed(one, vowelsWritten), weighed(other, vowelsWritten)];
  const weight = Math.max(rows.weight, columns.weight, 1);
  return Math.max(0, 1 - distance(rows, columns) / weight);
}

/** A part ready for the distance: the codes of its sounds and what each costs to leave out. */
interface Weighed {
  readonly sounds: readonly number[];
  readonly omissions: readonly number[];
  readonly weight: number;
}

function weighed(part: string, vowelsWritten: boolean): Weighed {
  const sounds = Array.from(part, (sound) => sound.codePointAt(0) ?? 0);
  const omissions = sounds.map((sound) => omissionCost(sound, vowelsWritten));
  return { sounds, omissions, weight: omissions.reduce((sum, cost) => sum + cost, 0) };
}

/** Optimal string alignment: omissions, exchanges, and two neighbours that changed places. */
function distance(one: Weighed, other: Weighed): number {
  const first = [0];
  for (const cost of other.omissions) first.push((first.at(-1) ?? 0) + cost);
  const rows = [first];
  for (let row = 0; row < one.sounds.length; row += 1) rows.push(nextRow(rows, one, other, row));
  return rows.at(-1)?.at(-1) ?? 0;
}

function nextRow(rows: readonly number[][], one: Weighed, other: Weighed, row: number): number[] {
  const [before = [], twoBefore = []] = [rows[row], rows[row - 1]];
  const [sound = 0, omission = 1] = [one.sounds[row], one.omissions[row]];
  const current = [(before[0] ?? 0) + omission];
  for (let column = 0; column < other.sounds.length; column += 1) {
    const against = other.sounds[column] ?? 0;
    const cost = Math.min(
      (before[column + 1] ?? 0) + omission,
      (current[column] ?? 0) + (other.omissions[column] ?? 1),
      (before[column] ?? 0) + exchangeCost(sound, against),
    );
    const swapped = sound === other.sounds[column - 1] && one.sounds[row - 1] === against;
    current.push(swapped ? Math.min(cost, (twoBefore[column - 1] ?? 0) + swapCost) : cost);
  }
  return current;
}

/** Sounds that one spelling writes for another, with the cost of it: 0 says nothing, 1 is another sound. */
const alike: readonly (readonly [cost: number, groups: readonly string[]])[] = [
  [0, ["'a 'e 'i 'o 'u '& 'A 'I 'U 'Y", 'Aa A&', 'Uu Uo Uw', 'Ii Ie Iy', 'Yi Ye Yy YI']],
  [0.05, ['ae', 'ei', 'ou', 'a&', 'e&', 'yi', '~a ~e ~& ~h', '&i &o &u']],
  [0.1, ['kq', 'Ya Y&', 'Ae', 'wu wo', '~A', 'YA']],
  [0.2, ['bp', 'fv', 'TD Ts', 'Dd Dz', 'qg', 'gG', 'qG', 'Ao', 'Ia']],
  [0.3, ['Tt', 'xk xh', 'Zz Zj', 'vw vU', 'kg', 'kG', 'Cj']],
  [0.4, ['ai au ao', 'iu io', 'eo eu', 'AI AU', 'IU', 'Ai Au', 'Ua Ui', 'Iu Io', 'jg', 'CS', '&w']],
  [0.5, ['Ss', 'sz', 'td', 'nm']],
];

/** Sounds are ASCII: costs stand in tables by their codes, because a search asks for them a million times. */
const codes = 128;
const exchange = new Float64Array(codes * codes).fill(1);
const written = new Set<string>();
for (const [value, groups] of alike) {
  for (const [one = '', other = ''] of groups.flatMap((group) => group.split(' '))) {
    if (written.has(one + other)) throw new Error(`two costs for ${one} and ${other}`);
    written.add(one + other).add(other + one);
    exchange[one.charCodeAt(0) * codes + other.charCodeAt(0)] = value;
    exchange[other.charCodeAt(0) * codes + one.charCodeAt(0)] = value;
  }
}

/** Cost of reading one sound, by its code, for another, 0 to 1; the same both ways. A letter of no sound is foreign. */
export function exchangeCost(one: number, other: number): number {
  if (one === other) return 0;
  return one < codes && other < codes ? (exchange[one * codes + other] ?? 1) : 1;
}

const leftOut: Readonly<Record<string, number>> = {
  ...{ "'": 0.05, '~': 0.1, '&': 0.04, A: 0.3, I: 0.35, U: 0.25, Y: 0.3, w: 0.6, y: 0.4, h: 0.4 },
};
const vowels = 'aeiou';
const omission = new Float64Array(codes).fill(1);
for (const [sound, value] of Object.entries(leftOut)) omission[sound.charCodeAt(0)] = value;
for (const vowel of vowels) omission[vowel.charCodeAt(0)] = 0.04;
const omissionFromWritten = omission.map((value, code) =>
  vowels.includes(String.fromCharCode(code)) ? 0.15 : value,
);

/** Cost of leaving a sound out, by its code. `vowelsWritten`: both spellings write their short vowels. */
export function omissionCost(sound: number, vowelsWritten: boolean): number {
  return (vowelsWritten ? omissionFromWritten : omission)[sound] ?? 1;
}

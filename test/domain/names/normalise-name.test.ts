import { familyNames, givenNames } from '../../../bench/names/name-spellings';
import { namePartsOf } from '../../../domain/names/name-parts';
import { normaliseName } from '../../../domain/names/normalise-name';
import { partSimilarity } from '../../../domain/names/part-similarity';
import { searchKeyOf } from '../../../domain/names/search-key';
import { soundsOf } from '../../../domain/names/sounds';
import fc from '../../support/fast-check';

const letters = fc.string({ unit: fc.constantFrom(...'abkhşçêûī’- اأإآىيیئءؤوۆةهەھكکگلڵرڕمحـَُّ\u200c٣۴') });
const anyName = fc.oneof(letters, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('a normalised name', () => {
  it('stays as it is when it is normalised again', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['أحمد', 'احمد'],
    ['إبراهيم', 'ابراهیم'],
    ['مُحَمَّد', 'محمـــد'],
    ['فاطمة', 'فاطمه'],
    ['مصطفى', 'مصطفي'],
    ['عيّنة', 'عينه'],
    ['كريم', 'کریم'],
    ['محه\u200cمه\u200cد', 'محەمەد'],
    ['ئەحمەد', 'ەحمەد'],
    ['شێرکۆ', 'شيركو'],
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['Şêrko', 'SHERKO'],
    ["Mas'ud", 'Masʿūd'],
    ['al-Jubouri', 'Al Jubouri'],
  ])('writes %s and %s alike', (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other));
  });

  it('has no sign left that is no letter, digit or space', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(normaliseName(name)).toMatch(/^[\p{L}\p{N} ]*$/u);
      }),
    );
  });
});

describe('the parts of a name', () => {
  it.each([
    [['Abd al-Rahman', 'Abdulrahman', 'Abdurrahman', 'Abdel Rahman', 'ABD AR-RAHMAN'], 'abdrahman'],
    [['عبد الرحمن', 'عبدالرحمن'], 'عبدرحمن'],
    [['Salah al-Din', 'Salahuddin', 'Salahaldin', 'Salah Eddine'], 'salahdin'],
    [['صلاح الدين', 'صلاحالدين'], 'صلاحدين'],
    [['Abu Bakr', 'Abubakr', 'Abou Bakr'], 'abubakr'],
    [['al-Jubouri', 'Aljubouri', 'El-Jubouri'], 'jubouri'],
  ])('%j are one', (spellings, part) => {
    for (const spelling of spellings) expect([spelling, namePartsOf(spelling)]).toEqual([spelling, [part]]);
  });

  it.each([
    ['Ahmed ibn Hassan al-Basri', ['ahmed', 'hassan', 'basri']],
    ['Ali', ['ali']],
    ['Alaa Alwan', ['alaa', 'alwan']],
    ['Bin', ['bin']],
    ['الياس علي', ['الياس', 'علي']],
    ['؟', []],
  ])('of %s are told apart', (name, parts) => {
    expect(namePartsOf(name)).toEqual(parts);
  });
});

describe('the key by which a name is found', () => {
  it.each([
    ['Muhammad', 'Mohammed', 'محمد', 'محەممەد', 'محەمەد'],
    ['Hussein', 'Husayn', 'حسين', 'حوسێن'],
    ['Othman', 'Osman', 'عثمان', 'عوسمان'],
    ['Ramadan', 'Ramazan', 'رمضان', 'ڕەمەزان'],
    ['Abdullah', 'Abdulla', 'عبد الله', 'عەبدوڵڵا'],
    ['Walid', 'Waleed', 'وليد', 'وەلید'],
    ['Omed', 'Umid', 'أوميد', 'ئومێد'],
    ['Goran', 'گۆران', 'كوران'],
  ])('is one for %s and its spellings', (...spellings) => {
    expect(new Set(spellings.map(searchKeyOf)).size).toBe(1);
  });

  it('is there for every name that has a letter', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(searchKeyOf(name) === '').toBe(namePartsOf(name).length === 0);
      }),
    );
  });
});

describe('the likeness of two parts', () => {
  const part = fc.constantFrom(
    ...[...givenNames, ...familyNames].flatMap(({ ar, ckb, latn }) => [ar, ckb, ...latn]),
  );
  const sounds = part.map((name) => soundsOf(namePartsOf(name)[0] ?? ''));

  it('is the same both ways, between 0 and 1, and 1 for itself', () => {
    fc.assert(
      fc.property(sounds, sounds, (one, other) => {
        const likeness = partSimilarity(one, other);
        expect(partSimilarity(other, one)).toBeCloseTo(likeness, 10);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(partSimilarity(one, one)).toBe(1);
      }),
    );
  });
});

import { mayReadCase } from '../../../domain/permissions/case-access';
import { roles } from '../../../domain/permissions/roles';
import { type CaseSides, eyesOf, nameFor, sideView } from '../../../domain/permissions/side-view';
import fc from '../../support/fast-check';

const agencies = ['AHTD-BAGHDAD', 'AHTD-ERBIL', 'NCB'] as const;
const agency = fc.constantFrom(...agencies);
const author = fc.option(agency);
const held = fc.subarray([...roles]);
const shared = new Date('2026-03-20T06:00:00Z');

const twoSided: fc.Arbitrary<CaseSides> = fc
  .record({ agencyCode: agency, counterpartCode: agency, sharedAt: fc.option(fc.constant(shared)) })
  .filter(({ agencyCode, counterpartCode }) => agencyCode !== counterpartCode);

const reader = fc.record({ roles: held, agencyCode: agency });
const inside = reader.filter((who) => !who.roles.includes('auditor'));

describe('of a case between two sides a reader sees', () => {
  it('whole only what is of his own agency, whatever roles he holds but the auditor’s', () => {
    fc.assert(
      fc.property(inside, twoSided, author, (who, sides, whose) => {
        const isOwn = (whose ?? sides.agencyCode) === who.agencyCode;
        if (!isOwn) expect(sideView(who, sides, whose)).not.toBe('own');
      }),
    );
  });

  it('nothing of one thing that the other side sees nothing of as well: somebody sees each thing whole', () => {
    fc.assert(
      fc.property(twoSided, (sides) => {
        const shown = { ...sides, sharedAt: shared };
        for (const side of [sides.agencyCode, sides.counterpartCode]) {
          expect(sideView({ roles: [], agencyCode: side ?? '' }, shown, side)).toBe('own');
        }
      }),
    );
  });

  it('all of both sides as the auditor', () => {
    fc.assert(
      fc.property(reader, twoSided, author, (who, sides, whose) => {
        expect(sideView({ ...who, roles: [...who.roles, 'auditor'] }, sides, whose)).toBe('own');
      }),
    );
  });

  it('nothing on the other side while it is not shared, and then nothing is hidden but how and why', () => {
    fc.assert(
      fc.property(held, twoSided, author, (kept, sides, whose) => {
        const who = {
          roles: kept.filter((role) => role !== 'auditor'),
          agencyCode: sides.counterpartCode ?? '',
        };
        expect(sideView(who, { ...sides, sharedAt: null }, whose)).toBe('hidden');
        expect(sideView(who, { ...sides, sharedAt: shared }, whose)).not.toBe('hidden');
      }),
    );
  });

  it('hidden whatever he may not read the case for', () => {
    fc.assert(
      fc.property(inside, twoSided, author, (who, sides, whose) => {
        const { agencyCode, counterpartCode, sharedAt } = sides;
        const item = {
          procedure: 'suspect-transfer',
          agencyCode,
          sharedWith: sharedAt === null ? null : counterpartCode,
          hiddenFrom: sharedAt === null ? counterpartCode : null,
          createdById: 'he',
          responsibleOfficerId: 'he',
          tasks: [],
        };
        const isHidden = sideView(who, sides, whose) === 'hidden';
        expect(isHidden).toBe(!mayReadCase({ ...who, id: 'he' }, item));
      }),
    );
  });

  it('names of the own side, and of the other the agency', () => {
    const sides = { agencyCode: 'AHTD-BAGHDAD', counterpartCode: 'AHTD-ERBIL', sharedAt: shared };
    const eyes = eyesOf({ roles: ['liaison'], agencyCode: 'AHTD-ERBIL' }, sides);
    expect(nameFor(eyes, 'AHTD-ERBIL', sides.agencyCode, 'a name')).toBe('a name');
    expect(nameFor(eyes, 'AHTD-BAGHDAD', sides.agencyCode, 'a name')).toBe('AHTD-BAGHDAD');
    expect(nameFor(eyes, null, sides.agencyCode, 'a name')).toBe('AHTD-BAGHDAD');
  });
});

describe('of a case that one agency has alone a reader sees', () => {
  it('everything, as far as he may read the case at all', () => {
    fc.assert(
      fc.property(reader, agency, author, (who, agencyCode, whose) => {
        expect(sideView(who, { agencyCode, counterpartCode: null, sharedAt: null }, whose)).toBe('own');
      }),
    );
  });
});

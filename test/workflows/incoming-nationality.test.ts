import { IncomingCase, owed, toTheCourt, toTheGrant } from './incoming-case';
import { officerOf } from './transfer-case';

const heldSince = '2026-04-06T03:45:00.000Z';
const iraqi = { nationalOfRequestedState: true };
const noIraqi = { nationalOfRequestedState: false };
const looked = ['nationality-evidence', 'nationality-review', 'nationality-confirmation'];
/** Steps on the way to a surrender. */
const onTheWay = [
  ...['cross-check', 'person-checks', 'legal-review', 'court-referral', 'hearing', 'court-decision'],
  ...[
    'judicial-council',
    'foreign-ministry',
    'readiness-notice',
    'property',
    'surrender',
    'domestic-warrant',
  ],
];

function begun(changes: object, ...path: readonly string[]): IncomingCase {
  const item = new IncomingCase();
  item.open(changes);
  item.go(...path);
  return item;
}

const openOnTheWay = (item: IncomingCase) => onTheWay.filter((step) => item.isOpen(step));

describe('an Iraqi', () => {
  it('is not surrendered: released at once, prosecution or assistance proposed, the other State told why', () => {
    const item = begun({ ...iraqi, heldSince, requestingState: 'SE' });
    expect(openOnTheWay(item)).toEqual([]);
    for (const step of ['receipt', 'immediate-release', 'prosecution-proposal', 'consultation'])
      expect([step, item.isOpen(step)]).toEqual([step, true]);
    item.go('receipt', 'prosecution-proposal prosecution-here-proposed');
    item.go('consultation', 'nationality-notice');
    expect(item.current.outcome).toBeNull();
    item.go('immediate-release held-on-other-grounds');
    expect(item.current.outcome).toBe('refused-for-nationality');
  });

  it('goes free whatever has not been told yet', () => {
    const item = begun({ ...iraqi, heldSince, requestingState: 'SE' }, 'immediate-release');
    expect(item.current.custody['arrest-1']?.endReason).toBe('released');
    expect(item.openSteps()).toEqual([
      ...['consultation#1', 'prosecution-proposal#1', 'receipt#1', 'withdrawal#1'],
    ]);
  });

  it.each([
    ['at the beginning', []],
    ['before the court', toTheCourt],
    ['when it has been granted', toTheGrant],
    ['when he is ready', [...toTheGrant, ...owed, 'readiness-notice', 'property']],
  ])('is found to be one %s, and nothing leads on from there', (_when, path) => {
    const item = begun({ heldSince }, ...path);
    item.edit(iraqi);
    expect(openOnTheWay(item)).toEqual([]);
    expect(item.isOpen('immediate-release')).toBe(true);
    expect(() => item.record('surrender', 'surrendered')).toThrow('not-open');
  });

  it('has the warrant against him taken back', () => {
    const item = begun({}, 'domestic-warrant');
    item.edit(iraqi);
    expect(item.isOpen('warrant-withdrawal')).toBe(true);
  });
});

describe('an Iraqi who is said to be none any more', () => {
  const corrected = (...path: readonly string[]) => {
    const item = begun({ ...iraqi, heldSince }, ...path);
    item.edit(noIraqi);
    return item;
  };

  it('is looked at by two persons, on proof, before anything leads to a surrender', () => {
    const item = corrected();
    for (const step of looked) {
      expect(openOnTheWay(item)).toEqual([]);
      expect(item.current.status).toBe('nationality-review');
      item.go(step);
    }
    item.go('receipt', 'cross-check');
    expect(openOnTheWay(item)).toEqual(['legal-review']);
  });

  it('is an Iraqi where one of the two does not agree', () => {
    const item = corrected('consultation');
    item.go('nationality-evidence', 'nationality-review', 'nationality-confirmation refused');
    expect(openOnTheWay(item)).toEqual([]);
    expect(item.isOpen('immediate-release')).toBe(true);
    item.go('receipt', 'prosecution-proposal', 'nationality-notice', 'immediate-release');
    expect(item.current.outcome).toBe('refused-for-nationality');
  });

  it('is not cleared by who made the edit, nor by one person twice', () => {
    const item = corrected();
    item.go('nationality-evidence');
    const editor = item.current.content.editorId;
    const sign = (step: string, officer: string) =>
      item.decide(`${step}#1`, 'approved', officer, { reasonId: 'note-1' });
    expect(() => sign('nationality-review', editor)).toThrow('four-eyes');
    const reviewer = officerOf('legal-reviewer', 'AHTD-BAGHDAD');
    sign('nationality-review', reviewer);
    expect(() => sign('nationality-confirmation', reviewer)).toThrow('four-eyes');
  });

  it('is looked at anew after every other edit', () => {
    const item = corrected();
    item.go(...looked);
    item.edit({ gaps: ['photograph'] });
    expect(openOnTheWay(item)).toEqual([]);
    expect(item.isOpen('nationality-review')).toBe(true);
  });

  it('is not arrested meanwhile', () => {
    const item = begun(iraqi);
    item.edit(noIraqi);
    expect(item.isOpen('domestic-warrant')).toBe(false);
  });

  it('takes up the way where it was left: what was decided outside stands', () => {
    const item = begun({ heldSince }, ...toTheGrant, ...owed);
    item.edit(iraqi);
    item.edit(noIraqi);
    expect(openOnTheWay(item)).toEqual([]);
    item.go(...looked);
    expect(openOnTheWay(item)).toEqual(['judicial-council']);
  });

  it('never comes back after the court has refused', () => {
    const item = begun({ heldSince }, ...toTheCourt, 'court-decision refused');
    item.edit(iraqi);
    item.edit(noIraqi);
    expect(openOnTheWay(item)).toEqual([]);
    expect(looked.filter((step) => item.isOpen(step))).toEqual([]);
    item.go('consultation', 'refusal-notice', 'immediate-release');
    expect(item.current.outcome).toBe('refused-by-court');
  });
});

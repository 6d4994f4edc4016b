import { hashOfProtocol } from '../../../domain/procedures/suspect-transfer/facts';
import { compareProtocols } from '../../../services/handovers/compare-protocols';
import fc from '../../support/fast-check';

const things = fc.array(fc.constantFrom('watch', 'purse', 'ring'), { maxLength: 4 });
const protocol = fc.record({
  hour: fc.constantFrom('2026-03-20T06:00:00.000Z', '2026-03-20T07:00:00.000Z'),
  place: fc.constantFrom('here', 'there'),
  officers: fc.constant('escort').map((name) => [{ name }]),
  documents: things,
  belongings: things,
  health: fc.constantFrom('well', 'a bruise'),
});

describe('the comparison of two protocols', () => {
  it('marks a difference exactly where the two are not signed alike', () => {
    fc.assert(
      fc.property(protocol, protocol, (given, taken) => {
        const differs = compareProtocols(given, taken).some((part) => part.differs);
        const { hour: one, ...theirs } = given;
        const { hour: other, ...ours } = taken;
        expect(differs).toBe(one !== other || hashOfProtocol(theirs) !== hashOfProtocol(ours));
      }),
    );
  });

  it('says of a list what stands in one of them alone, as often as it does', () => {
    const base = { hour: 'h', place: 'p', officers: [{ name: 'o' }], documents: [], health: 'well' };
    const parts = compareProtocols(
      { ...base, belongings: ['watch', 'ring', 'ring'] },
      { ...base, belongings: ['ring', 'watch', 'purse'] },
    );
    expect(parts.filter(({ differs }) => differs)).toEqual([
      expect.objectContaining({ part: 'belongings', onlyGiven: ['ring'], onlyTaken: ['purse'] }),
    ]);
  });
});

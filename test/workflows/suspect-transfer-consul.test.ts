import { isForeignNational } from '../../domain/procedures/person-fields';
import { duties, preparation, TransferCase } from './transfer-case';

/** Both sides agree, somebody is held, and everything is done that every person is owed. */
function prepared(foreignNational: boolean, begunWith = 2): TransferCase {
  const item = new TransferCase();
  item.open({ foreignNational });
  item.state = { ...item.current, procedureVersion: begunWith };
  item.go(...item.pathToAgreement, 'arrest', ...duties, ...preparation);
  return item;
}

const mayBeSigned = (item: TransferCase) => item.openSteps().includes('handover-given#1');

describe('the consul of somebody who is arrested for a transfer', () => {
  it('is told before a national of another State is handed over', () => {
    const item = prepared(true);
    expect(item.openSteps()).toContain('consular-notice#1');
    expect(mayBeSigned(item)).toBe(false);
    item.go('consular-notice declined');
    expect(mayBeSigned(item)).toBe(true);
  });

  it('is nobody where the person is an Iraqi and nothing else', () => {
    expect(mayBeSigned(prepared(false))).toBe(true);
    expect([['IQ'], ['IQ', 'SE'], ['SE']].map(isForeignNational)).toEqual([false, true, true]);
  });

  it('is no step of a case that began before it was one', () => {
    const item = prepared(true, 1);
    expect(item.openSteps()).not.toContain('consular-notice#1');
    expect(mayBeSigned(item)).toBe(true);
  });
});

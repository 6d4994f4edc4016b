import { halfSigned } from '../../../domain/permissions/sealed-signatures';
import { suspectTransferSteps } from '../../../domain/procedures/suspect-transfer/steps';

const sign = (stepKey: string) => ({ stepKey, step: stepKey.split('#')[0] ?? '', occurredAt: stepKey });

describe('a signature waits for the other', () => {
  it.each([
    ['while it is alone', ['handover-given#1'], ['handover-given#1']],
    ['no more when both are there', ['handover-given#1', 'handover-taken#1'], []],
    [
      'in each round anew',
      ['handover-given#1', 'handover-taken#1', 'handover-taken#2'],
      ['handover-taken#2'],
    ],
    ['of the same handover', ['handover-given#1', 'return-taken#1'], ['handover-given#1', 'return-taken#1']],
  ])('%s', (_name, signed, waiting) => {
    const found = halfSigned(suspectTransferSteps, signed.map(sign));
    expect(found.map(({ stepKey }) => stepKey)).toEqual(waiting);
  });
});

import { measureQuality } from '../../../bench/names/quality';
import { type Installation, startInstallation } from '../../support/installation';

/** Ten thousand invented persons; those sought are written by another office than the one that holds the record. */
describe('the cross-check among 10,000 persons with spelling variants', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startInstallation();
  });
  afterAll(() => installation.stop());

  it('finds them, mostly first, and what it calls strong is seldom another', async () => {
    const size = { persons: 10_000, known: 300, strangers: 100 };
    const figures = await measureQuality(installation.context, size);
    expect(figures.recall).toBeGreaterThanOrEqual(0.94);
    expect(figures.first).toBeGreaterThanOrEqual(0.92);
    const from = (least: number) => figures.byScore.find(({ score }) => score === least);
    expect(from(0.65)?.recall).toBeGreaterThanOrEqual(0.91);
    expect(from(0.65)?.precision).toBeGreaterThanOrEqual(0.78);
    expect(from(0.7)?.recall).toBeGreaterThanOrEqual(0.88);
    expect(from(0.7)?.precision).toBeGreaterThanOrEqual(0.88);
    expect(figures.offeredPerSearch).toBeLessThan(4);
  }, 300_000);
});

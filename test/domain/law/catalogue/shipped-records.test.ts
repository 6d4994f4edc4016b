import { catalogue } from '../../../../domain/law/catalogue/catalogue';
import { documentItems, procedures } from '../../../../domain/law/catalogue/codes';
import { requestItems } from '../../../../domain/procedures/outgoing-extradition/request';

const { instruments } = catalogue();

describe('what counsel has to settle', () => {
  const questions = instruments.flatMap(({ id, openQuestions }) =>
    openQuestions.map(({ article, question }) => `${id} ${article} ${question}`),
  );

  it.each([
    ['IQ-CPC-23-1971 359-361'],
    ['IQ-CPC-23-1971 363, 364, 366, 368'],
    ['IQ-CPC-23-1971 94, 123'],
    ['IQ-CPC-23-1971 367'],
    ['IQ-CPC-23-1971 362(D)'],
    ['RIYADH-1983 48'],
    ['RIYADH-1983 52'],
    ['CETS-212 3 (new 14) 90 days'],
    ['UN-MODEL-1990 9(4)'],
    ['UN-MODEL-1990 14'],
    ['IQ-28-2012 5, 7, 8'],
    ['IQ-28-2012 - The number of the Kurdistan Region'],
    ['SE-1957-668 12, 15, 16, 23'],
    ['UK-EA-2003 74 The longer period for Iraq'],
    ['IQ-CPC-23-1971 - Whether provisional time in a third State'],
    ['SE-1957-668 - Whether an unpublished protocol'],
    ['IQ-REGIONAL-HANDOVER - Whether an unpublished protocol'],
  ])('%s', (start) => {
    expect(questions.filter((question) => question.startsWith(start))).toHaveLength(1);
  });

  it('is no record: nothing of CPC 359 to 364, Riyadh 48 and 52, Law 28 or the day counts of CETS 212', () => {
    const articles = (id: string) => {
      const { rules, thresholds, grounds, documents } = catalogue().instrument(id);
      return [...rules, ...thresholds, ...grounds, ...documents].map(({ article }) => article);
    };
    expect(articles('IQ-CPC-23-1971').filter((article) => /^3(59|6[0-46-8]).*/.test(article))).toEqual([
      '367',
    ]);
    expect(articles('RIYADH-1983').filter((article) => /^(48|52)/.test(article))).toEqual([]);
    expect(articles('IQ-28-2012')).toEqual([]);
    expect(catalogue().instrument('CETS-212').rules).toEqual([]);
  });
});

it('the steps of the regional handover are told as usual practice, not as what the order of the committee says', () => {
  const { documents } = catalogue().instrument('IQ-REGIONAL-HANDOVER');
  for (const { source, basis } of documents) {
    expect(basis).toBe('general-knowledge');
    expect(source).toMatch(/^usual practice of the handover, step \d+; not fixed by one statute$/);
  }
});

describe('thresholds, grounds and documents', () => {
  const thresholds = (id: string) =>
    catalogue()
      .instrument(id)
      .thresholds.map(
        ({ kind, minimum, laws }) =>
          `${kind} ${minimum === null ? 'any' : `${minimum.amount} ${minimum.unit}`} ${laws}`,
      );

  it.each([
    ['ECE-1957', ['offence 1 year both', 'sentence-imposed 4 month requesting']],
    ['UN-MODEL-1990', ['offence 1 year both', 'sentence-remaining 4 month requesting']],
    ['UNTOC', ['offence any both']],
    ['RIYADH-1983', ['offence 1 year null', 'sentence-imposed 1 year requesting']],
    ['SE-1957-668', ['offence 1 year requested', 'sentence-imposed 4 month requesting']],
    ['IQ-CPC-23-1971', ['offence 2 year both', 'sentence-imposed 6 month requesting']],
  ])('%s has its thresholds', (id, expected) => {
    expect(thresholds(id)).toEqual(expected);
  });

  it.each([['IQ-CONST-2005'], ['IQ-CPC-23-1971']])(
    '%s bars every surrender of an Iraqi by Iraq, and no request of Iraq',
    (id) => {
      const ground = catalogue()
        .instrument(id)
        .grounds.find(({ code }) => code === 'nationality');
      expect(ground).toMatchObject({ force: 'mandatory', procedures: ['incoming-extradition'] });
    },
  );

  it('templates and comparisons count in no procedure', () => {
    const unused = instruments.filter(
      ({ application: { kind } }) => kind === 'template' || kind === 'comparison',
    );
    const records = unused.flatMap(({ thresholds, grounds, documents }) => [
      ...thresholds,
      ...grounds,
      ...documents,
    ]);
    expect(records.flatMap((record) => record.procedures)).toEqual([]);
    expect(records.length).toBeGreaterThan(0);
  });

  it('all others count in some', () => {
    const used = instruments.filter(
      ({ application: { kind } }) => kind !== 'template' && kind !== 'comparison',
    );
    for (const { thresholds, grounds, documents } of used) {
      for (const record of [...thresholds, ...grounds, ...documents]) {
        expect(procedures).toEqual(expect.arrayContaining(record.procedures));
        expect(record.procedures).not.toEqual([]);
      }
    }
  });

  it('name the items of a request as the request does', () => {
    expect(documentItems).toEqual(expect.arrayContaining([...requestItems]));
  });
});

import { faultsOf } from '../../../api/input-faults';
import { batchSchema, requestsOf } from '../../../services/batches/batch-input';
import fc from '../../support/fast-check';
import { batchOf, personOf, sampleBatch } from '../../support/sample-batch';

function faultsIn(body: unknown) {
  const { error } = batchSchema.safeParse(body, { reportInput: true });
  return error ? faultsOf(error).map(({ pointer, code, params }) => ({ pointer, code, ...params })) : [];
}

const twice = (pointer: string, code: string, other: string) => ({ pointer, code, other });

describe('a batch of transfers', () => {
  it('takes the sample as it is, and makes the request of a case of each person', () => {
    const [two, three, four, five] = requestsOf(batchSchema.parse(sampleBatch()));
    expect(two).toMatchObject({
      from: 'KRG',
      to: 'FED',
      requestingState: 'IQ',
      person: { names: [{ family: 'SAMPLE', given: 'Subject Two' }, {}], birth: { date: '1979-07-01' } },
      warrant: { number: 'SAMPLE-R-201' },
      arrest: { at: '2026-03-19T18:10:00.000Z', place: 'Erbil' },
    });
    expect(three?.note).toMatch(/earlier-records/);
    expect(four?.person.identifiedAsVictim).toBe('possible');
    expect(five?.arrest).toBeNull();
  });

  it('keeps apart by what a person is known and what comes with the request', () => {
    const documents = [{ type: 'passport', country: 'IQ', number: 'A 1' }];
    const files = [{ item: 'identity', documentId: '5f0d6b44-7d0e-4e0a-9f69-0a52a6d4f0aa' }];
    const [request] = requestsOf(batchSchema.parse(batchOf([personOf(1, { documents, files })])));
    expect(request?.person.documents).toEqual(documents);
    expect(request?.documents).toMatchObject(files);
  });

  it('tells all faults of all persons at once, of a single part, between two parts and between two persons', () => {
    const persons = [
      personOf(0, { warrant: null }),
      personOf(1, { birth: { date: '2026-01-01' } }),
      personOf(2, { warrant: { ...personOf(2).warrant, number: '' } }),
      personOf(3, { arrest: { at: '2020-01-01T10:00:00+03:00', place: 'Erbil' }, nationality: 'IQ' }),
      personOf(4, { warrant: personOf(3).warrant }),
    ];
    expect(faultsIn({ ...batchOf(persons), from: 'FED', reference: undefined })).toEqual([
      { pointer: '/reference', code: 'required' },
      { pointer: '/persons/0/warrant', code: 'cannot-proceed' },
      { pointer: '/persons/1/birth/date', code: 'born-after-the-offence' },
      { pointer: '/persons/2/warrant/number', code: 'too-small', limit: '1' },
      { pointer: '/persons/3/nationality', code: 'unknown-field' },
      { pointer: '/persons/3/arrest/at', code: 'arrest-before-warrant' },
      twice('/persons/4/warrant/number', 'same-warrant-twice', '/persons/3/warrant/number'),
    ]);
    expect(faultsIn({ ...batchOf([personOf(1)]), from: 'FED' })).toEqual([
      { pointer: '/from', code: 'one-side-only' },
    ]);
  });

  it('finds a warrant that is named twice, however it was typed', () => {
    const { warrant } = personOf(0);
    const again = { ...warrant, court: warrant.court.toUpperCase(), number: ` ${warrant.number}` };
    expect(faultsIn(batchOf([personOf(0), personOf(1), personOf(2, { warrant: again })]))).toEqual([
      twice('/persons/2/warrant/number', 'same-warrant-twice', '/persons/0/warrant/number'),
    ]);
  });

  it('finds a person who is named twice: one spelling with the birth date, or one document', () => {
    const { birth } = personOf(0);
    const arabic = { script: 'Arab', family: 'الأحمد', given: 'سارة' };
    const sameName = personOf(1, { names: [{ ...arabic, given: 'سارة ', family: 'الاحمد' }], birth });
    const other = { script: 'Latn', family: 'Ahmed', given: 'Sara' };
    expect(faultsIn(batchOf([personOf(0, { names: [other, arabic] }), sameName]))).toEqual([
      twice('/persons/1', 'same-person-twice', '/persons/0'),
    ]);
    const passport = (number: string, country = 'IQ') => ({
      documents: [{ type: 'passport', country, number }],
    });
    expect(faultsIn(batchOf([personOf(0, passport('A-17 3')), personOf(1, passport('a173'))]))).toEqual([
      twice('/persons/1', 'same-person-twice', '/persons/0'),
    ]);
    expect(faultsIn(batchOf([personOf(0, passport('A173')), personOf(1, passport('A173', 'SE'))]))).toEqual(
      [],
    );
    expect(faultsIn(batchOf([personOf(0), personOf(1, { birth })]))).toEqual([]);
  });

  it('does not take one file for two requests', () => {
    const files = [{ item: 'identity', documentId: '5f0d6b44-7d0e-4e0a-9f69-0a52a6d4f0aa' }];
    expect(faultsIn(batchOf([personOf(0, { files }), personOf(1, { files })]))).toEqual([
      twice('/persons/1/files/0/documentId', 'same-file-twice', '/persons/0/files/0/documentId'),
    ]);
  });

  it('has from one to 500 persons', () => {
    const persons = Array.from({ length: 501 }, (_, number) => personOf(number));
    expect(faultsIn(batchOf([]))).toEqual([{ pointer: '/persons', code: 'too-small', limit: '1' }]);
    expect(faultsIn(batchOf(persons))).toEqual([{ pointer: '/persons', code: 'too-big', limit: '500' }]);
    expect(faultsIn(batchOf(persons.slice(1)))).toEqual([]);
  });

  it('answers whatever stands where persons should, without breaking', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.anything())), (persons) => {
        expect(faultsIn({ ...batchOf([]), persons }).length).toBeGreaterThan(0);
      }),
    );
  });
});

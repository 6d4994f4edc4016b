import { CsvError, readCsv } from '../../../services/import/csv';
import { rowsOfCsv } from '../../../services/import/csv-rows';
import { rowsOfFile } from '../../../services/import/import-file';
import fc from '../../support/fast-check';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('CSV', () => {
  it('is read back as it was written, whatever its cells hold, but for lines without a word', () => {
    const cells = fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(cells, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end);
        const said = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
        expect(readCsv(text)).toEqual(said);
        expect(readCsv(`\ufeff${text}${end}`)).toEqual(said);
      }),
    );
  });

  it('may leave cells empty and unquoted, and lines empty', () => {
    expect(readCsv('a,b,c\n\n,"",x\r\n1,,\n')).toEqual([
      ['a', 'b', 'c'],
      ['', '', 'x'],
      ['1', '', ''],
    ]);
  });

  it.each([
    ['a,"b\nc,d', 2],
    ['a,b\n"c"d,e', 2],
    ['a,b\nc,d"e', 2],
  ])('%j is refused with its line', (text, line) => {
    expect(() => readCsv(text)).toThrow(new CsvError(line));
  });
});

describe('rows from CSV', () => {
  const head =
    '/source,/reference,/request/person/names/0/family,/request/urgent:json,/past/-/kind,/past/-/fact/step';

  it('puts every cell where its heading points, and the lines of a case together in order', () => {
    const text = [
      head,
      'list,7,Sample,true,fact,transmission',
      'list,8,Other,,,',
      'list,7,,,fact,receipt',
    ].join('\n');
    expect(rowsOfCsv(text)).toEqual([
      {
        source: 'list',
        reference: '7',
        request: { person: { names: [{ family: 'Sample' }] }, urgent: true },
        past: [
          { kind: 'fact', fact: { step: 'transmission' } },
          { kind: 'fact', fact: { step: 'receipt' } },
        ],
      },
      { source: 'list', reference: '8', request: { person: { names: [{ family: 'Other' }] } } },
    ]);
  });

  it('reads lists as JSON, and their cells are text where they are not said to be JSON', () => {
    const text = '/reference,/a:json,/b,/past/-/proof:json\n007,"[1,{""x"":null}]",5,"[""id""]"';
    expect(rowsOfCsv(text)).toEqual([
      { reference: '007', a: [1, { x: null }], b: '5', past: [{ proof: ['id'] }] },
    ]);
  });

  it.each([
    [
      'a line that states something else than one before',
      `${head}\nlist,7,A\nlist,7,B`,
      'row 2 states family otherwise',
    ],
    ['a heading that is no pointer', 'reference\n7', "'reference' is no JSON Pointer"],
    ['a heading into what every object has', '/__proto__/x\n7', 'is no JSON Pointer'],
    ['a cell that is no JSON', '/reference,/a:json\n7,yes', 'row 1: the cell of /a is no JSON'],
    ['a cell without a column', '/reference\n7,8', 'row 1 has more cells than columns'],
    ['two columns for one place', '/a,/a/b\n1,2', 'two columns state /a'],
    ['a quote that is not closed', '/reference\n"7', 'line 2 cannot be read as CSV'],
  ])('%s is refused', (_name, text, message) => {
    expect(() => rowsOfFile('x.csv', text)).toThrow(message);
  });

  it('takes no property of every object for something stated', () => {
    expect(rowsOfCsv('/reference,/constructor/name\n7,x')).toEqual([
      { reference: '7', constructor: { name: 'x' } },
    ]);
  });
});

describe('rows from JSON', () => {
  it('are a list, or one a line', () => {
    expect(rowsOfFile('x.json', '\ufeff[{"a":1},2]')).toEqual([{ a: 1 }, 2]);
    expect(rowsOfFile('x.jsonl', '{"a":1}\n\n{"a":2}\r\n')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it.each([
    ['x.json', '{"a":1}', 'the file holds no list of rows'],
    ['x.json', '[', 'the file is no JSON'],
    ['x.ndjson', '{}\n{', 'line 2 is no JSON'],
  ])('%s with %j is refused', (name, text, message) => {
    expect(() => rowsOfFile(name, text)).toThrow(message);
  });
});

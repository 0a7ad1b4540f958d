import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadScenario } from '@btt/scenario/load';
import { smallScenario } from '@btt/scenario/test-support';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportSheet, sheetOf } from '../src/csv/export';
import { importSheet } from '../src/csv/import';
import { anySheet, numbersIn, problemsIn, scenarioFrom, sheetIn } from './csv-things';

const SCENARIOS = fileURLToPath(new URL('../../../scenarios', import.meta.url));

const SHEET = `issue,option,Buyer,Seller
side,,buyer's side,seller's side
threshold,,60,55
no-agreement,,50,50
Price,Low,80,10
,High,10,80
Delivery,Now,"20",5
,Later,,25
`;

const separator = fc.constantFrom(',' as const, ';' as const, '\t' as const);

describe('a sheet', () => {
  it('comes back from its file, whatever its names and numbers are', () => {
    fc.assert(
      fc.property(anySheet, separator, (sheet, sign) => {
        expect(importSheet(exportSheet(sheet, sign))).toEqual({ ok: true, sheet });
      }),
      { numRuns: 300 },
    );
  });

  it('makes a scenario that compiles and gives the same sheet again', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const scenario = scenarioFrom(sheet);
        // Negotiators to whom nothing is worth anything are nobody's columns.
        fc.pre(scenario.factions.length + scenario.principals.length > 0);
        const again = scenarioFrom(sheetOf(scenario));
        expect(numbersIn(again)).toEqual(numbersIn(scenario));
      }),
      { numRuns: 200 },
    );
  });

  it.each(['barricade', 'german-reunification', 'bonn-summit-1978'])(
    'holds the points and thresholds of %s',
    async (name) => {
      const loaded = await loadScenario(join(SCENARIOS, name));
      if (!loaded.ok) throw new Error('does not load');
      const { scenario } = loaded;
      const again = scenarioFrom(sheetIn(exportSheet(sheetOf(scenario), ';')));
      expect(numbersIn(again)).toEqual(numbersIn(scenario));
    },
  );

  it('keeps the ids of a scenario, also where they do not follow from the names', () => {
    const text = exportSheet(sheetOf(smallScenario()), ',');
    expect(text).toContain('Whoever needs it [free]');
    expect(sheetIn(text).issues[0]?.options[0]).toMatchObject({ id: 'free', name: 'Whoever needs it' });
  });
});

describe('what instructors write', () => {
  it('is read as it is: parties in columns, options in rows, an empty issue for the one above', () => {
    const { parties, issues } = sheetIn(SHEET);
    expect(parties.map(({ id, side, numbers }) => [id, side.id, numbers])).toEqual([
      ['buyer', 'buyer-s-side', { threshold: 60, 'no-agreement': 50 }],
      ['seller', 'seller-s-side', { threshold: 55, 'no-agreement': 50 }],
    ]);
    expect(issues).toEqual([
      {
        id: 'price',
        name: 'Price',
        options: [
          { id: 'low', name: 'Low', points: { buyer: 80, seller: 10 } },
          { id: 'high', name: 'High', points: { buyer: 10, seller: 80 } },
        ],
      },
      {
        id: 'delivery',
        name: 'Delivery',
        options: [
          { id: 'now', name: 'Now', points: { buyer: 20, seller: 5 } },
          { id: 'later', name: 'Later', points: { seller: 25 } },
        ],
      },
    ]);
  });

  it.each([
    ['semicolons', SHEET.replaceAll(',', ';')],
    ['tabs', SHEET.replaceAll(',', '\t')],
    ['a byte order mark', `\uFEFF${SHEET}`],
    ['line ends of Windows', SHEET.replaceAll('\n', '\r\n')],
    ['line ends of an old Macintosh', SHEET.replaceAll('\n', '\r')],
    ['the separator declared', `sep=,\n${SHEET}`],
    ['no line end at the end', SHEET.trimEnd()],
    ['spaces around cells', SHEET.replaceAll(',', ' , ')],
    ['empty rows, and empty cells at the ends of rows', SHEET.replaceAll('\n', ',,\n,,,,\n')],
    ['capital letters in the rows above the issues', SHEET.replace('no-agreement', 'No agreement')],
    ['another word for a row', SHEET.replace('no-agreement', 'BATNA')],
    [
      'the issue repeated in every row',
      SHEET.replace('\n,High', '\nPrice,High').replace('\n,Later', '\nDelivery,Later'),
    ],
    ['a plus sign and a typographic minus', SHEET.replace('80,10', '+80,10')],
  ])('may have %s', (_, text) => {
    expect(sheetIn(text)).toEqual(sheetIn(SHEET));
  });

  it('may leave all rows above the issues out: then all are of one side and agree together', () => {
    const scenario = scenarioFrom(sheetIn('issue,option,A,B\nPrice,Low,1,2\n,High,2,1\n'));
    expect(scenario.sides).toMatchObject([{ id: 'parties', rule: { kind: 'unanimity' } }]);
  });

  it('with weights makes a majority of the weight cast, to be changed by its author', () => {
    const scenario = scenarioFrom(sheetIn('issue,option,A,B\nweight,,40,60\nPrice,Low,1,2\n,High,−2,1\n'));
    expect(scenario.sides).toMatchObject([{ rule: { kind: 'majority', test: 'more-than' } }]);
    expect(scenario.factions[0]).toMatchObject({ weight: 40, points: { price: { high: -2 } } });
  });

  it('may hold negotiators: they do not vote, and the first of a side initials', () => {
    const text =
      'issue,option,Ann,Ben,Voters\nside,,a,b,a\nkind,,negotiator,negotiator,\nno-agreement,,30,20,\nPrice,Low,1,2,3\n,High,2,1,0\n';
    const { principals, roles } = scenarioFrom(sheetIn(text));
    expect(principals.map((one) => [one.role, one.noAgreement])).toEqual([
      ['ann', 30],
      ['ben', 20],
    ]);
    expect(roles.filter((role) => role.initials).map((role) => role.id)).toEqual(['ann', 'ben']);
  });
});

describe('what is wrong in a sheet is told with its line, its column and its cell:', () => {
  const start = 'issue;option;A;B\n';
  it.each([
    [
      'a decimal comma',
      `${start}Price;Low;1,5;2`,
      'sheet.csv:2:11 C2: `1,5` has a decimal comma; points are whole numbers: multiply all that this party has by 10, or round',
    ],
    [
      'a decimal comma in quotes',
      'issue,option,A\nPrice,Low,"1,5"',
      'sheet.csv:2:11 C2: `1,5` has a decimal comma',
    ],
    [
      'a decimal comma between commas',
      'issue,option,A,B\nPrice,Low,1,5,2',
      'sheet.csv:2:15 E2: `2` stands under no party: is there a decimal comma',
    ],
    ['a decimal point', `${start}Price;Low;1.5;2`, 'sheet.csv:2:11 C2: `1.5` has a decimal point'],
    ['a word', `${start}Price;Low;1;many`, 'sheet.csv:2:13 D2: `many` is not a whole number'],
    [
      'a fault of a spreadsheet',
      `${start}Price;Low;1;#REF!`,
      'sheet.csv:2:13 D2: `#REF!` is not a whole number',
    ],
    [
      'too large a number',
      `${start}Price;Low;1;1000001`,
      'sheet.csv:2:13 D2: must be at least -1000000 and at most 1000000',
    ],
    [
      'a row that is neither option nor known',
      `${start}wieght;;1;2\nPrice;Low;1;2`,
      'sheet.csv:2:1 A2: `wieght` has no option beside it; rows without one are `side`, `kind`, `weight`',
    ],
    ['an option twice', `${start}Price;Low;1;2\n;Low;2;1`, 'sheet.csv:3:2 B3: `Low` is there twice'],
    ['a party twice', 'issue;option;A;A\nPrice;Low;1;2', 'sheet.csv:1:16 D1: `A` is there twice'],
    [
      'an id twice',
      'issue;option;A [x];B [x]\nPrice;Low;1;2',
      'sheet.csv:1:20 D1: the id `x` is there twice',
    ],
    [
      'a row twice',
      `${start}weight;;1;2\nweight;;1;2\nPrice;Low;1;2`,
      'sheet.csv:3:1 A3: there is already a row `weight`',
    ],
    ['no weight at all', `${start}weight;;0;2\nPrice;Low;1;2`, 'sheet.csv:2:9 C2: must be at least 1'],
    ['a party without a side', `${start}side;;a;\nPrice;Low;1;2`, 'sheet.csv:2:9 D2: says no side for `B`'],
    [
      'an unknown kind',
      `${start}kind;;boss;\nPrice;Low;1;2`,
      'sheet.csv:2:7 C2: must be `faction` or `negotiator`, not `boss`',
    ],
    [
      'a negotiator with a weight',
      `${start}kind;;negotiator;\nweight;;3;1\nPrice;Low;1;2`,
      'sheet.csv:3:9 C3: a negotiator does not vote and has no weight',
    ],
    [
      'a no above the yes',
      `${start}threshold;;3;3\nno;;3;2\nPrice;Low;1;2`,
      'sheet.csv:3:5 C3: `no` (3) must be less than the threshold (3)',
    ],
    [
      'an option before any issue',
      `${start};Low;1;2`,
      'sheet.csv:2:1 A2: names no issue, and there is none above',
    ],
    [
      'a quote that is not closed',
      `${start}Price;"Low;1;2`,
      'sheet.csv:2:7: a quote is opened here and never closed',
    ],
    ['text after a quote', `${start}Price;"Low"er;1;2`, 'sheet.csv:2:12: text after a closing quote'],
    ['no party', 'issue;option\nPrice;Low', 'there is no party'],
    ['no issue', start, 'there is no issue with an option'],
    ['nothing', '', 'there is no party'],
  ])('%s', (_, text, message) => {
    expect(problemsIn(text).join('\n')).toContain(message);
  });

  it('all of it in one run, in at most a hundred lines', () => {
    expect(problemsIn(`${start}Price;Low;x;y\n;High;z;1,5`)).toHaveLength(4);
    const many = Array.from({ length: 200 }, (_, at) => `Issue ${at};Low;x;y`).join('\n');
    expect(problemsIn(start + many)).toHaveLength(100);
  });

  it('and any text is answered without an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z0-9,;"'\n\r\t =-]*$/)),
        (text) => {
          importSheet(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});

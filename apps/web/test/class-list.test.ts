import { describe, expect, it } from 'vitest';
import { readClassList } from '../lib/class-list';

const KNOWN = {
  tables: [
    { table: 's-1', name: 'Table 1' },
    { table: 's-4', name: 'By the window' },
  ],
  roles: [
    { id: 'baker', name: 'James Baker', short: 'Baker' },
    { id: 'general-staff', name: 'The General Staff', short: 'General Staff' },
  ],
};

describe('a class list', () => {
  it('is a name a line, whatever ends the lines', () => {
    expect(readClassList('\ufeffAna  Berg\r\n\r\nBen\n', KNOWN)).toEqual({
      people: [{ nickname: 'Ana Berg' }, { nickname: 'Ben' }],
      problems: [],
    });
  });

  it('may say table, role and group, parted by tabs, semicolons or commas', () => {
    const wanted = [{ nickname: 'Ana', table: 's-4', role: 'general-staff', group: 'team-a' }];
    for (const line of [
      'Ana\t2\tGeneral Staff\tTeam A',
      'Ana;by the WINDOW;the general staff;team a',
      'Ana,s-4,general-staff,Team-A',
    ])
      expect(readClassList(line, KNOWN).people).toEqual(wanted);
  });

  it('may name its columns, in any order', () => {
    expect(readClassList('Group,Name,Role\nA,"Berg, Ana",Baker', KNOWN).people).toEqual([
      { nickname: 'Berg, Ana', role: 'baker', group: 'a' },
    ]);
  });

  it('says which lines it cannot read, and keeps what it can', () => {
    const { people, problems } = readClassList('Ana,9\nana\n,1\nBen,1,King\n' + 'x'.repeat(25), KNOWN);
    expect(people).toEqual([{ nickname: 'Ana' }, { nickname: 'Ben', table: 's-1' }]);
    expect(problems.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '1 table',
      '2 twice',
      '3 name',
      '4 role',
      '5 name',
    ]);
  });
});

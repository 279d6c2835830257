import { leavesOf } from '../../src/engine/values';
import { CODER_VALUES } from '../support/coder-values';
import { codeIn, page, tablesOf } from './markdown';

const [ROWS = []] = tablesOf(page('docs/how-to/several-values-files.md'));
const LEAVES = leavesOf(CODER_VALUES).map(({ path, leaf }) => ({ path: path.join('.'), leaf }));

const named = (row: (typeof ROWS)[number], column: string): readonly string[] => codeIn(row[column] ?? '');

describe('the table of lists', () => {
  test('has each list of the values, once', () => {
    const lists = LEAVES.flatMap(({ path, leaf }) => (leaf.type === 'list' ? [path] : []));
    const listed = ROWS.flatMap((row) => named(row, 'List'));
    expect([...listed].sort()).toEqual([...lists].sort());
  });

  test('names a map for each that people overlay, which is one, and says of each why it is a list', () => {
    const maps = ROWS.flatMap((row) => named(row, 'Map beside it'));
    const found = maps.flatMap((map) => LEAVES.filter(({ path }) => path === map));
    expect(found.map(({ leaf }) => leaf.type)).toEqual(maps.map(() => 'map'));
    expect(ROWS.every((row) => (row['Why a list'] ?? '').length > 10)).toBe(true);
  });

  test('has each map that is called after a list', () => {
    const byName = LEAVES.flatMap(({ path }) => (path.endsWith('ByName') ? [path] : []));
    expect(byName.length).toBeGreaterThan(3);
    for (const path of byName) {
      const row = ROWS.find((one) => named(one, 'List').includes(path.replace(/ByName$/, '')));
      expect(row === undefined ? [] : named(row, 'Map beside it')).toEqual([path]);
    }
  });

  test('leaves no list without a map but those whose order, or whose whole, counts', () => {
    const without = ROWS.filter((row) => named(row, 'Map beside it').length === 0);
    const reasons = / order| one place| one decision| replaces | says all,| of their own/;
    expect(without.filter((row) => !reasons.test(row['Why a list'] ?? ''))).toEqual([]);
  });
});

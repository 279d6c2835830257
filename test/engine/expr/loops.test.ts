import { type Expr, each, evaluate, interpolate, ref } from '../../../src/engine/expr';
import { pack } from '../../../src/engine/compiled';

const rows = ref<readonly string[]>(['rows'], 'list');
const columns = ref<readonly string[]>(['columns'], 'list');
const ofColumns = (row: Expr<string>) =>
  each(columns, 'string', (column: Expr<string>) => interpolate`${row}${column}`);
const table = () =>
  each(rows, 'string', (row: Expr<string>) => ({ row, cells: ofColumns(row), all: each(rows, 'string', (of) => of) }));

test('the same calls make the same tree, whatever was made before and whatever failed', () => {
  const first = pack(table());
  expect(() =>
    each(rows, 'string', () => {
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(pack(table())).toBe(first);
});

test('a loop in a loop sees the item of each', () => {
  const environment = {
    values: { rows: ['a', 'b'], columns: ['1', '2'] },
    builtins: { releaseName: 'r', namespace: 'n' },
  };
  expect(evaluate(table(), environment)).toEqual([
    { row: 'a', cells: ['a1', 'a2'], all: ['a', 'b'] },
    { row: 'b', cells: ['b1', 'b2'], all: ['a', 'b'] },
  ]);
});

test('a loop that was made outside keeps its own item', () => {
  const outside = each(columns, 'string', (column: Expr<string>) => interpolate`<${column}>`);
  const environment = { values: { rows: ['a'], columns: ['1'] }, builtins: { releaseName: 'r', namespace: 'n' } };
  expect(
    evaluate(
      each(rows, 'string', (row: Expr<string>) => ({ row, outside, after: row })),
      environment,
    ),
  ).toEqual([{ row: 'a', outside: ['<1>'], after: 'a' }]);
});

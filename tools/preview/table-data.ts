import type { TransformationJson } from './dashboard-json';
import type { Answer } from './query';

/** A cell: a time is told by its column. */
export type Cell = string | number | undefined;

/** A column of a table; `original` is its name before it was renamed. */
export interface Column {
  readonly name: string;
  readonly original: string;
  readonly refId: string;
  readonly type: 'number' | 'string' | 'time';
}

/** Columns, and rows with one cell for each. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The answer of one query as a table: time, labels, value. Only the last point of a series is shown. */
export function tableOf({ refId, series }: Answer, several: boolean): Table {
  const labels = [...new Set(series.flatMap((one) => Object.keys(one.labels)))].sort();
  const value = several ? `Value #${refId}` : 'Value';
  const columns: readonly Column[] = [
    { name: 'Time', original: 'Time', refId, type: 'time' },
    ...labels.map((name): Column => ({ name, original: name, refId, type: 'string' })),
    { name: value, original: value, refId, type: 'number' },
  ];
  const rows = series.flatMap((one) => {
    const last = one.points.at(-1);
    return last === undefined ? [] : [[last[0] * 1000, ...labels.map((label) => one.labels[label]), last[1]]];
  });
  return { columns, rows };
}

/** One table of several: rows with the same cells in the shared columns, or in the given one, become one. */
function joined(tables: readonly Table[], by?: string): Table {
  const shared = by === undefined ? sharedColumns(tables) : [by];
  const columns = uniqueColumns(tables.flatMap((table) => table.columns));
  const rows = new Map<string, Cell[]>();
  tables.forEach((table) => {
    for (const row of table.rows) {
      const cell = (name: string): Cell => row[table.columns.findIndex((column) => column.name === name)];
      const key = JSON.stringify(shared.map((name) => cell(name) ?? null));
      const known = rows.get(key) ?? [];
      rows.set(
        key,
        columns.map(({ name }, i) => known[i] ?? cell(name)),
      );
    }
  });
  return { columns, rows: [...rows.values()] };
}

function sharedColumns([first, ...others]: readonly Table[]): readonly string[] {
  const names = (first?.columns ?? []).filter(({ type }) => type !== 'number').map(({ name }) => name);
  return names.filter((name) => others.every((table) => table.columns.some((column) => column.name === name)));
}

/** The values stand after the labels of all tables. */
function uniqueColumns(columns: readonly Column[]): readonly Column[] {
  const unique = columns.filter(({ name }, i) => columns.findIndex((other) => other.name === name) === i);
  return [...unique.filter(({ type }) => type !== 'number'), ...unique.filter(({ type }) => type === 'number')];
}

interface Organize {
  readonly excludeByName?: Readonly<Record<string, boolean>>;
  readonly includeByName?: Readonly<Record<string, boolean>>;
  readonly indexByName?: Readonly<Record<string, number>>;
  readonly renameByName?: Readonly<Record<string, string>>;
}

type Transform = (tables: readonly Table[], options: unknown) => readonly Table[];

const TRANSFORMS: Readonly<Record<string, Transform>> = {
  merge: (tables) => [joined(tables)],
  joinByField: (tables, options) => [joined(tables, (options as { readonly byField?: string }).byField)],
  organize: (tables, options) => tables.map((table) => organized(table, (options ?? {}) as Organize)),
  sortBy: (tables, options) => {
    const [sort] = (options as { readonly sort?: readonly { field: string; desc?: boolean }[] }).sort ?? [];
    return sort === undefined ? tables : tables.map((table) => sortedBy(table, sort.field, sort.desc === true));
  },
  limit: (tables, options) => {
    const most = Number((options as { readonly limitField?: number | string }).limitField ?? 10);
    return tables.map(({ columns, rows }) => ({ columns, rows: rows.slice(0, most) }));
  },
};

/** The tables after the panel's transformations, and those that are not known here and were not done. */
export function transformed(
  tables: readonly Table[],
  transformations: readonly TransformationJson[],
): { readonly tables: readonly Table[]; readonly unknown: readonly string[] } {
  const wanted = transformations.filter(({ disabled }) => disabled !== true);
  const result = wanted.reduce((known, { id, options }) => TRANSFORMS[id]?.(known, options) ?? known, tables);
  return { tables: result, unknown: wanted.map(({ id }) => id).filter((id) => TRANSFORMS[id] === undefined) };
}

function organized({ columns, rows }: Table, options: Organize): Table {
  const { excludeByName = {}, includeByName = {}, indexByName = {}, renameByName = {} } = options;
  const includes = Object.keys(includeByName).length > 0;
  const order = columns
    .map((column, i) => ({ column, i, place: indexByName[column.name] ?? Infinity }))
    .filter(({ column: { name } }) => excludeByName[name] !== true && (!includes || includeByName[name] === true))
    .sort((a, b) => (a.place === b.place ? a.i - b.i : a.place - b.place));
  const renamed = order.map(({ column }) => ({ ...column, name: newName(column.name, renameByName) }));
  return { columns: renamed, rows: rows.map((row) => order.map(({ i }) => row[i])) };
}

function newName(name: string, renames: Readonly<Record<string, string>>): string {
  const renamed = renames[name] ?? '';
  return renamed === '' ? name : renamed;
}

/** Rows without a value come last. */
export function sortedBy(table: Table, name: string, descending: boolean): Table {
  const at = table.columns.findIndex((column) => column.name === name);
  if (at < 0) return table;
  const sign = descending ? -1 : 1;
  const rows = table.rows.toSorted((a, b) => {
    const [left, right] = [a[at], b[at]];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return left === right ? 0 : sign * (left < right ? -1 : 1);
  });
  return { ...table, rows };
}

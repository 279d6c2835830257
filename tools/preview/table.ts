import type { FieldConfigJson } from './dashboard-json';
import { display } from './display';
import { fieldConfig } from './field-config';
import { fitText, textWidth } from './font';
import { rect, text } from './svg';
import { type Cell, type Column, type Table, sortedBy, tableOf, transformed } from './table-data';
import { THEME } from './theme';
import { isoTime } from './time';
import { type View, noData } from './view';

const SIZE = 12;
const LINE = 24;
const PADDING = 10;

/** The last values of the queries as rows: labels as text, values with their unit and the colour of their threshold. */
export function drawTable(view: View): string {
  const { answers, panel } = view;
  const plain = answers.map((answer) => tableOf(answer, answers.length > 1));
  const { tables, unknown } = transformed(plain, panel.transformations ?? []);
  const [first] = tables;
  if (first === undefined || first.rows.length === 0) return noData(view);
  const [sort] = panel.options?.sortBy ?? [];
  const table = sort === undefined ? first : sortedBy(first, sort.displayName, sort.desc === true);
  const notes = [
    ...(tables.length > 1 ? [`${tables.length - 1} more tables, not merged`] : []),
    ...(unknown.length > 0 ? [`not drawn: transformation ${unknown.join(', ')}`] : []),
  ];
  return drawRows(view, table, notes);
}

interface ShownColumn {
  readonly title: string;
  readonly isNumber: boolean;
  readonly config: FieldConfigJson;
  readonly cells: readonly { readonly text: string; readonly color: string }[];
  readonly x: number;
  readonly width: number;
}

function drawRows(view: View, table: Table, notes: readonly string[]): string {
  const { width, height } = view;
  const room = Math.max(1, Math.floor((height - LINE - (notes.length > 0 ? 14 : 0)) / LINE));
  const fits = table.rows.length <= room;
  const shown = fits ? table.rows : table.rows.slice(0, Math.max(1, room - 1));
  const all = fits ? notes : [`${table.rows.length - shown.length} more rows`, ...notes];
  const columns = placed(shownColumns(view, { ...table, rows: shown }), width);
  const lines = Array.from({ length: shown.length + 1 }, (_, i) => ruler(i, width));
  const note =
    all.length === 0 ? '' : text(all.join('; '), { x: width, y: height - 3, size: 10, anchor: 'end', fill: THEME.dim });
  return (
    rect({ x: 0, y: 0, width, height: LINE }, { fill: THEME.page }) +
    lines.join('') +
    columns.map(drawColumn).join('') +
    note
  );
}

function ruler(line: number, width: number): string {
  return rect({ x: 0, y: (line + 1) * LINE, width, height: 1 }, { fill: THEME.grid });
}

function shownColumns(view: View, { columns, rows }: Table): readonly ShownColumn[] {
  const all = columns.map((column, i) => {
    const config = configOf(view, column);
    const cells = rows.map((row) => cellText(row[i], column, config, view));
    const title = config.displayName ?? column.name;
    const isNumber = column.type === 'number' && config.custom?.align !== 'left';
    return { title, isNumber, config, cells, x: 0, width: 0 };
  });
  return all.filter(({ config }) => config.custom?.hidden !== true);
}

function configOf({ panel }: View, { name, original, refId, type }: Column): FieldConfigJson {
  return fieldConfig(panel, { names: [...new Set([name, original])], refId, type });
}

function cellText(
  cell: Cell,
  { type }: Column,
  config: FieldConfigJson,
  { clock }: View,
): ShownColumn['cells'][number] {
  if (type === 'time' && typeof cell === 'number') return { text: isoTime(cell / 1000), color: THEME.text };
  const shown = display(cell, config, clock);
  return cell === undefined && shown.text === '-' ? { text: '', color: THEME.text } : shown;
}

/** Columns take what their texts need, or their own width; what is left or missing is shared by all. */
function placed(columns: readonly ShownColumn[], width: number): readonly ShownColumn[] {
  const needed = columns.map(({ title, cells, config }) => {
    const texts = [textWidth(title, SIZE, true), ...cells.map((cell) => textWidth(cell.text, SIZE))];
    return config.custom?.width ?? Math.max(...texts) + 2 * PADDING;
  });
  const total = needed.reduce((sum, each) => sum + each, 0);
  let x = 0;
  return columns.map((column, i) => {
    const own =
      total > width ? ((needed[i] ?? 0) / total) * width : (needed[i] ?? 0) + (width - total) / columns.length;
    const result = { ...column, x, width: own };
    x += own;
    return result;
  });
}

function drawColumn({ title, isNumber, config, cells, x, width }: ShownColumn): string {
  const style = isNumber ? { x: x + width - PADDING, anchor: 'end' as const } : { x: x + PADDING };
  const head = text(fitText(title, width - PADDING, SIZE, true), { ...style, y: 16, bold: true });
  const look = config.custom?.cellOptions?.type ?? config.custom?.displayMode ?? 'auto';
  const body = cells.map((cell, i) => {
    const top = (i + 1) * LINE;
    const filled = look.startsWith('color-background');
    const ink = look === 'color-text' ? cell.color : filled ? THEME.panel : THEME.text;
    const back =
      filled && cell.text !== '' ? rect({ x, y: top + 1, width, height: LINE - 1 }, { fill: cell.color }) : '';
    return back + text(fitText(cell.text, width - PADDING, SIZE), { ...style, y: top + 16, fill: ink });
  });
  return head + body.join('');
}

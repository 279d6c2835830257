import type { PanelOptionsJson } from './dashboard-json';
import { display } from './display';
import type { Field } from './fields';
import { fitText, textWidth } from './font';
import { calcTitle, reduceValues } from './reduce';
import { rect, text } from './svg';
import { THEME } from './theme';
import type { View } from './view';

/** A legend, drawn with its corner at 0, 0, and the room it takes: below the plot or to its right. */
export interface Legend {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly placement: 'bottom' | 'right';
}

/** A series in a legend. */
export interface LegendEntry {
  readonly field: Field;
  readonly color: string;
}

interface Row {
  readonly name: string;
  readonly color: string;
  readonly values: readonly string[];
}

const SIZE = 11;
const LINE = 17;
const SWATCH = 18;
const GAP = 14;

/** The legend of a panel, as its options ask for it; none has no size. */
export function legendOf(view: View, entries: readonly LegendEntry[]): Legend {
  const options = view.panel.options?.legend ?? {};
  const placement = options.placement === 'right' ? 'right' : 'bottom';
  const shown = entries.filter(({ field }) => field.config.custom?.hideFrom?.legend !== true);
  if (options.showLegend === false || options.displayMode === 'hidden' || shown.length === 0)
    return { svg: '', width: 0, height: 0, placement };
  const calcs = options.calcs ?? [];
  const rows = sorted(shown, options).map((entry) => rowOf(view, entry, calcs));
  if (options.displayMode === 'table' || placement === 'right') return tableLegend(view, rows, calcs, placement);
  return listLegend(view, rows, calcs);
}

/** A list without calculations tells the last value, for a picture has no pointer that asks for it. */
function rowOf({ clock }: View, { field, color }: LegendEntry, calcs: readonly string[]): Row {
  const wanted = calcs.length === 0 ? ['lastNotNull'] : calcs;
  const values = wanted.map((calc) => {
    const config = calc === 'count' ? {} : field.config;
    return display(reduceValues(field.values, calc), config, clock).text;
  });
  return { name: field.name, color, values };
}

function sorted(
  entries: readonly LegendEntry[],
  { calcs = [], sortBy, sortDesc = false }: NonNullable<PanelOptionsJson['legend']>,
): readonly LegendEntry[] {
  if (sortBy === undefined) return entries;
  const calc = calcs.find((id) => id === sortBy || calcTitle(id) === sortBy);
  const sign = sortDesc ? -1 : 1;
  if (calc === undefined) return entries.toSorted((a, b) => sign * (a.field.name < b.field.name ? -1 : 1));
  const value = ({ field }: LegendEntry): number => reduceValues(field.values, calc) ?? -Infinity;
  return entries.toSorted((a, b) => sign * Math.sign(value(a) - value(b)));
}

function swatch(x: number, y: number, color: string): string {
  return rect({ x, y: y - 6, width: 12, height: 4 }, { fill: color, rx: 2 });
}

/** How many lines fit: a legend takes at most 35 % of the body. */
function linesIn(height: number): number {
  return Math.max(1, Math.floor((height * 0.35) / LINE));
}

function listLegend(view: View, rows: readonly Row[], calcs: readonly string[]): Legend {
  const words = rows.map(({ name, values }) => {
    const told = calcs.length === 0 ? values : values.map((value, i) => `${calcTitle(calcs[i] ?? '')}: ${value}`);
    return { name, told: told.join('  ') };
  });
  let [x, line] = [0, 0];
  const most = linesIn(view.height);
  const parts = words.map(({ name, told }, index) => {
    const title = fitText(name, view.width - SWATCH - textWidth(told, SIZE) - 6, SIZE);
    const nameWidth = textWidth(title, SIZE);
    const width = SWATCH + nameWidth + 6 + textWidth(told, SIZE) + GAP;
    if (x > 0 && x + width - GAP > view.width) [x, line] = [0, line + 1];
    const y = line * LINE + 12;
    const drawn = [
      swatch(x, y + 1, rows[index]?.color ?? THEME.text),
      text(title, { x: x + SWATCH, y, size: SIZE }),
      text(told, { x: x + SWATCH + nameWidth + 6, y, size: SIZE, fill: THEME.dim }),
    ];
    x += width;
    return { line, svg: drawn.join('') };
  });
  return { ...cutOff(parts, most, view), placement: 'bottom', width: view.width };
}

function cutOff(
  parts: readonly { readonly line: number; readonly svg: string }[],
  most: number,
  { width }: View,
): { readonly svg: string; readonly height: number } {
  const lines = Math.min(most, (parts.at(-1)?.line ?? 0) + 1);
  const shown = parts.filter(({ line }) => line < lines);
  const hidden = parts.length - shown.length;
  const note = hidden === 0 ? '' : moreNote(hidden, width, lines * LINE + 10);
  return { svg: shown.map(({ svg }) => svg).join('') + note, height: lines * LINE + (hidden === 0 ? 2 : 14) };
}

function moreNote(hidden: number, x: number, y: number): string {
  return text(`${hidden} more`, { x, y, size: 10, anchor: 'end', fill: THEME.dim });
}

const COLUMN_GAP = 12;

function tableLegend(
  view: View,
  rows: readonly Row[],
  calcs: readonly string[],
  placement: 'bottom' | 'right',
): Legend {
  const titles = calcs.length === 0 ? [''] : calcs.map(calcTitle);
  const columns = titles.map(
    (title, i) =>
      COLUMN_GAP +
      Math.max(...[title, ...rows.map(({ values }) => values[i] ?? '')].map((t) => textWidth(t, SIZE, true))),
  );
  const needed = columns.reduce((sum, width) => sum + width, 0);
  const longest = SWATCH + Math.max(...rows.map(({ name }) => textWidth(name, SIZE))) + 2;
  const width = placement === 'bottom' ? view.width : Math.min(view.width * 0.45, longest + needed);
  const head = calcs.length === 0 ? 0 : 1;
  const room = placement === 'bottom' ? linesIn(view.height) : Math.floor((view.height - 14) / LINE);
  const shown = rows.slice(0, Math.max(1, room - head));
  const lines = [
    ...(head === 0 ? [] : [tableLine({ name: 'Name', color: '', values: titles }, 0, columns, width)]),
    ...shown.map((row, index) => tableLine(row, index + head, columns, width)),
  ];
  const hidden = rows.length - shown.length;
  const height = lines.length * LINE + (hidden === 0 ? 2 : 14);
  const note = hidden === 0 ? '' : moreNote(hidden, width, lines.length * LINE + 10);
  return { svg: lines.join('') + note, width, height, placement };
}

function tableLine({ name, color, values }: Row, line: number, columns: readonly number[], width: number): string {
  const y = line * LINE + 12;
  const isHead = color === '';
  const needed = columns.reduce((sum, column) => sum + column, 0);
  let x = width - needed;
  const style = { y, size: SIZE, fill: isHead ? THEME.dim : THEME.text };
  const cells = values.map((value, i) => {
    x += columns[i] ?? 0;
    return text(value, { ...style, x, anchor: 'end' });
  });
  const title = fitText(name, width - needed - SWATCH, SIZE);
  return (isHead ? '' : swatch(0, y + 1, color)) + text(title, { ...style, x: isHead ? 0 : SWATCH }) + cells.join('');
}

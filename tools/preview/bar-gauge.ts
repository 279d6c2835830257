import { fitText, textWidth } from './font';
import { reduceValues } from './reduce';
import { type Scale, fraction } from './scale';
import { type Box, moved, rect, text } from './svg';
import { THEME } from './theme';
import { type Threshold, thresholds } from './thresholds';
import { type Tile, tilesOf } from './tiles';
import { type View, noData } from './view';

const MAX_ROW = 44;

/** One bar for each value between min and max, the thresholds marked below it; lying, whatever the panel's orientation. */
export function drawBarGauge(view: View): string {
  const tiles = tilesOf(view).filter(({ value }) => value !== undefined);
  if (tiles.length === 0) return noData(view);
  const { width, height } = view;
  const name = Math.min(width * 0.4, Math.max(...tiles.map(({ field }) => textWidth(field.name, 12))) + 12);
  const value = Math.max(...tiles.map(({ display }) => textWidth(display.text, 14, true))) + 12;
  const row = Math.min(MAX_ROW, height / tiles.length);
  const shown = tiles.slice(0, Math.max(1, Math.floor(height / Math.max(row, 18))));
  const top = Math.max(0, (height - row * shown.length) / 2);
  const greatest = Math.max(...tiles.map((tile) => reduceValues([tile.value ?? null]) ?? 0), 0);
  const rows = shown.map((tile, i) => {
    const bar = { x: name, y: 3, width: width - name - value, height: Math.max(6, row - 12) };
    return moved(0, top + i * row, drawRow(tile, bar, { row, right: width, greatest }));
  });
  return rows.join('');
}

interface RowStyle {
  readonly row: number;
  readonly right: number;
  readonly greatest: number;
}

function drawRow({ field, value = 0, display }: Tile, bar: Box, { row, right, greatest }: RowStyle): string {
  const { min, max } = field.config;
  const ends = { min: min ?? Math.min(0, value), max: max ?? (greatest > 0 ? greatest : 1), ticks: [] };
  const part = Math.min(1, Math.max(0, fraction(value, ends)));
  const y = (row - 6) / 2 + 4;
  return [
    text(fitText(field.name, bar.x - 8, 12), { x: 0, y, fill: THEME.text }),
    rect(bar, { fill: THEME.grid, rx: 2 }),
    rect({ ...bar, width: Math.max(1, bar.width * part) }, { fill: display.color, rx: 2 }),
    marks(thresholds(field.config), bar, ends),
    text(display.text, { x: right, y: y + 1, size: 14, bold: true, fill: display.color, anchor: 'end' }),
  ].join('');
}

/** A strip below the bar with the colour of each step. */
function marks(steps: readonly Threshold[], bar: Box, ends: Scale): string {
  if (steps.length < 2) return '';
  const at = (value: number): number => Math.min(1, Math.max(0, fraction(value, ends)));
  const strips = steps.map(({ from, color }, i) => {
    const [start, end] = [at(from), at(steps[i + 1]?.from ?? Infinity)];
    const box = {
      x: bar.x + start * bar.width,
      y: bar.y + bar.height + 1,
      width: (end - start) * bar.width,
      height: 3,
    };
    return end > start ? rect(box, { fill: color }) : '';
  });
  return strips.join('');
}

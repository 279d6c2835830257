import type { FieldConfigJson } from './dashboard-json';
import { fitText, textWidth } from './font';
import { type Scale, fraction } from './scale';
import { type Box, coordinate, element, text } from './svg';
import { THEME } from './theme';
import { thresholds } from './thresholds';
import { type Tile, inTiles, tilesOf } from './tiles';
import { formatValue } from './units';
import { type View, noData } from './view';

/** An arc from min to max, filled up to the value, with the thresholds around it. */
export function drawGauge(view: View): string {
  const tiles = tilesOf(view).filter(({ value }) => value !== undefined);
  if (tiles.length === 0) return noData(view);
  return inTiles(view, tiles, (tile, box) => drawTile(view, tile, box, tiles.length > 1));
}

interface Dial {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
}

/** The arc is open below: it begins at this angle before the top and ends as far after it, in radians. */
const REACH = (Math.PI * 2) / 3;

function drawTile(view: View, tile: Tile, box: Box, several: boolean): string {
  const { field, value = 0, display } = tile;
  const nameRoom = several ? 18 : 0;
  // The arc reaches half a radius below its centre; the ends are written below it.
  const radius = Math.max(20, Math.min((box.height - nameRoom - ENDS_ROOM) / 1.5, box.width / 2.3));
  const y = (box.height - nameRoom - ENDS_ROOM - radius * 1.5) / 2 + radius;
  const dial = { x: box.width / 2, y, radius: radius - 8, width: radius / 4 };
  const ends = endsOf(field.config);
  const at = (amount: number): number => Math.min(1, Math.max(0, fraction(amount, ends)));
  const size = Math.max(12, Math.min(30, radius / 2.6, (dial.radius * 1.3) / textWidth(display.text, 1, true)));
  const middle = { x: dial.x, anchor: 'middle' as const };
  return [
    arc(dial, [0, 1], THEME.grid),
    arc(dial, [0, at(value)], display.color),
    view.panel.options?.showThresholdMarkers === false ? '' : ring(dial, field.config, at),
    text(display.text, { ...middle, y: y + size * 0.35, size, bold: true, fill: display.color }),
    endTexts(view, dial, field.config),
    several ? text(fitText(field.name, box.width, 12), { ...middle, y: box.height - 4, fill: THEME.dim }) : '',
  ].join('');
}

const ENDS_ROOM = 14;

function endTexts({ clock }: View, { x, y, radius }: Dial, config: FieldConfigJson): string {
  const { min, max } = endsOf(config);
  const told = (amount: number): string => formatValue(amount, config.unit, config.decimals, clock);
  const look = { y: y + radius * 0.5 + 16, size: 10, fill: THEME.dim, anchor: 'middle' as const };
  const reach = radius * 0.8;
  return text(told(min), { ...look, x: x - reach }) + text(told(max), { ...look, x: x + reach });
}

/** Without a range of its own, a dial shows percent. */
function endsOf({ min, max, unit }: FieldConfigJson): Scale {
  return { min: min ?? 0, max: max ?? (unit === 'percentunit' ? 1 : 100), ticks: [] };
}

function ring(dial: Dial, config: FieldConfigJson, at: (value: number) => number): string {
  const steps = thresholds(config);
  const outer = { ...dial, radius: dial.radius + 6, width: 4 };
  return steps.map(({ from, color }, i) => arc(outer, [at(from), at(steps[i + 1]?.from ?? Infinity)], color)).join('');
}

/** The part of a dial between two fractions of it. */
function arc({ x, y, radius, width }: Dial, [from, to]: readonly [number, number], color: string): string {
  if (to - from < 1e-4) return '';
  const point = (part: number, r: number): string => {
    const angle = -REACH + part * 2 * REACH;
    return `${coordinate(x + r * Math.sin(angle))} ${coordinate(y - r * Math.cos(angle))}`;
  };
  const large = (to - from) * 2 * REACH > Math.PI ? 1 : 0;
  const inner = radius - width;
  const sweep = (r: number, direction: 0 | 1): string => `A${coordinate(r)} ${coordinate(r)} 0 ${large} ${direction} `;
  const d = `M${point(from, radius)}${sweep(radius, 1)}${point(to, radius)}L${point(to, inner)}${sweep(inner, 0)}${point(from, inner)}Z`;
  return element('path', { d, fill: color });
}

import { fitText, textWidth } from './font';
import { type Box, coordinate, element, rect, text } from './svg';
import { THEME } from './theme';
import { type Tile, inTiles, tilesOf } from './tiles';
import { type View, noData } from './view';

/** A big value with the colour of its threshold, its name where there are several, and its course below. */
export function drawStat(view: View): string {
  const tiles = tilesOf(view).filter(({ display }) => display.text !== '-');
  if (tiles.length === 0) return noData(view);
  return inTiles(view, tiles, (tile, box) => drawTile(view, tile, box, tiles.length > 1));
}

function drawTile({ panel }: View, tile: Tile, box: Box, several: boolean): string {
  const { graphMode = 'area', colorMode = 'value', textMode = 'auto' } = panel.options ?? {};
  const filled = colorMode.startsWith('background');
  const colored = colorMode === 'none' ? THEME.text : tile.display.color;
  const ink = filled ? THEME.panel : colored;
  const line = graphMode === 'none' ? '' : sparkline(tile, box, ink);
  const background = filled ? rect(box, { fill: colored, rx: 3 }) : '';
  return background + line + words(tile, box, { ink, line, several, textMode, filled });
}

interface Words {
  readonly ink: string;
  readonly line: string;
  readonly several: boolean;
  readonly textMode: string;
  readonly filled: boolean;
}

/** Value and name, the one as large as its room allows, together in the middle of what the course leaves. */
function words({ field, display }: Tile, { width, height }: Box, style: Words): string {
  const { ink, several, textMode, filled, line } = style;
  if (textMode === 'none') return '';
  const shown = textMode === 'name' ? field.name : display.text;
  const hasName = textMode === 'value_and_name' || (textMode === 'auto' && several);
  const room = line === '' ? height : height * 0.74;
  const small = hasName ? Math.max(11, Math.min(16, height / 6)) : 0;
  const above = hasName ? small + 8 : 0;
  const widest = (width - 12) / Math.max(0.1, textWidth(shown, 1, true));
  const size = Math.max(12, Math.min(48, (room - above) * 0.65, widest));
  const top = (room - above - size) / 2;
  const look = { x: width / 2, anchor: 'middle' as const };
  const nameLook = { ...look, y: top + small * 0.9, size: small, fill: filled ? ink : THEME.dim };
  const name = hasName ? text(fitText(field.name, width - 4, small), nameLook) : '';
  const valueLook = { ...look, y: top + above + size * 0.86, size, bold: true, fill: ink };
  return name + text(fitText(shown, width - 4, size, true), valueLook);
}

/** The course of the values in the lower third; it takes the least value as its floor, as Grafana does. */
function sparkline({ field: { values } }: Tile, { width, height }: Box, color: string): string {
  const points = values.flatMap((value, i) => (value === null || !Number.isFinite(value) ? [] : [[i, value] as const]));
  if (points.length < 2) return '';
  const all = points.map(([, value]) => value);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const top = height * 0.72;
  const room = height - top - 2;
  const y = (value: number): number => height - 2 - (high === low ? room / 2 : ((value - low) / (high - low)) * room);
  const x = (i: number): number => (i / (values.length - 1)) * width;
  const path = points
    .map(([i, value], at) => `${at === 0 ? 'M' : 'L'}${coordinate(x(i))} ${coordinate(y(value))}`)
    .join('');
  const [first = 0, last = 0] = [points[0]?.[0], points.at(-1)?.[0]];
  const area = `${path}L${coordinate(x(last))} ${coordinate(height)}L${coordinate(x(first))} ${coordinate(height)}Z`;
  const filled = element('path', { d: area, fill: color, 'fill-opacity': '0.15' });
  return filled + element('path', { d: path, fill: 'none', stroke: color, 'stroke-width': '1.5' });
}

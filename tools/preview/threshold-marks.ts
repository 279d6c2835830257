import type { FieldConfigJson } from './dashboard-json';
import { type Scale, fraction } from './scale';
import { type Box, coordinate, element, rect, text } from './svg';
import { THEME } from './theme';
import { type Threshold, thresholds } from './thresholds';
import { type Clock, formatValue } from './units';

/** Thresholds of a plot: areas are to lie behind the series, lines and their values before them. */
export interface ThresholdMarks {
  readonly behind: string;
  readonly before: string;
}

/** The thresholds as lines, dashed lines or areas, each at its value; one beyond the axis is named at its edge. */
export function thresholdMarks(config: FieldConfigJson, scale: Scale, plot: Box, clock: Clock): ThresholdMarks {
  const mode = config.custom?.thresholdsStyle?.mode ?? 'off';
  const steps = thresholds(config);
  const areas = mode.includes('area') ? steps.map((step, i) => area(step, steps[i + 1], scale, plot)) : [];
  const lined = /line|dashed/.test(mode) ? steps.filter(({ from }) => Number.isFinite(from)) : [];
  const dashes = mode.startsWith('dashed') ? '8 5' : undefined;
  const words = (step: Threshold): string => formatValue(step.from, config.unit, config.decimals, clock);
  const lines = lined.map((step) => line(step, { scale, plot, dashes, words: words(step) }));
  return { behind: areas.join(''), before: lines.join('') };
}

function yOf(value: number, scale: Scale, plot: Box): number {
  const at = Math.min(1, Math.max(0, fraction(value, scale)));
  return plot.y + plot.height * (1 - (Number.isNaN(at) ? 0 : at));
}

function area(step: Threshold, next: Threshold | undefined, scale: Scale, plot: Box): string {
  const bottom = step.from === -Infinity ? plot.y + plot.height : yOf(step.from, scale, plot);
  const top = next === undefined ? plot.y : yOf(next.from, scale, plot);
  if (bottom - top < 0.05 || step.color === 'transparent') return '';
  return rect(
    { x: plot.x, y: top, width: plot.width, height: bottom - top },
    { fill: step.color, 'fill-opacity': '0.1' },
  );
}

interface LineStyle {
  readonly scale: Scale;
  readonly plot: Box;
  readonly dashes: string | undefined;
  readonly words: string;
}

function line({ from, color }: Threshold, { scale, plot, dashes, words }: LineStyle): string {
  const at = fraction(from, scale);
  const right = plot.x + plot.width;
  const label = (y: number, told: string): string =>
    text(told, { x: right - 4, y, size: 10, fill: color, anchor: 'end', rim: THEME.panel });
  if (at > 1) return label(plot.y + 9, `↑ threshold ${words}`);
  if (!(at >= 0)) return label(plot.y + plot.height - 4, `↓ threshold ${words}`);
  const y = coordinate(yOf(from, scale, plot));
  const stroke = { stroke: color, 'stroke-width': '1.5', 'stroke-dasharray': dashes };
  const drawn = element('path', { d: `M${coordinate(plot.x)} ${y}H${coordinate(right)}`, fill: 'none', ...stroke });
  return drawn + label(Number(y) + (at > 0.9 ? 11 : -4), words);
}

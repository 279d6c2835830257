import type { YAXisComponentOption } from 'echarts';
import type { CustomJson } from './dashboard-json';
import type { Field } from './fields';
import { textWidth } from './font';
import { type Scale, valueScale } from './scale';
import { type PlotValues, heights } from './stack';
import { type Box, element, escapeXml } from './svg';
import { THEME } from './theme';
import { formatValue } from './units';
import type { View } from './view';

/** A value axis with the fields that are drawn on it. */
export interface Side {
  readonly fields: readonly Field[];
  readonly scale: Scale;
  readonly position: 'left' | 'right';
  readonly title: string;
  /** Its width with labels and title. */
  readonly room: number;
}

const SIZE = 11;
const PIXELS_PER_TICK = 42;

/** One axis, or two: fields with another unit than the first one's, or placed there, have theirs on the right. */
export function sidesOf(
  view: View,
  fields: readonly Field[],
  values: readonly PlotValues[],
): readonly [left: Side, ...right: Side[]] {
  const unit = fields.find((field) => field.config.custom?.axisPlacement !== 'right')?.config.unit;
  const isRight = (field: Field): boolean =>
    field.config.custom?.axisPlacement === 'right' || (field.config.unit ?? '') !== (unit ?? '');
  const [left, right] = [fields.filter((field) => !isRight(field)), fields.filter(isRight)];
  const side = (own: readonly Field[], position: 'left' | 'right'): Side =>
    sideFor(
      view,
      own,
      own.map((field) => values[fields.indexOf(field)] ?? []),
      position,
    );
  if (left.length === 0 || right.length === 0) return [side(fields, 'left')];
  return [side(left, 'left'), side(right, 'right')];
}

function sideFor(
  view: View,
  fields: readonly Field[],
  values: readonly PlotValues[],
  position: 'left' | 'right',
): Side {
  const config = fields[0]?.config ?? {};
  const { scaleDistribution, axisLabel: title = '' } = config.custom ?? {};
  const unit = unitOf(config);
  const scale = valueScale({
    values: [...heights(fields, values), ...alsoShown(config.custom ?? {})],
    unit,
    min: config.min,
    max: config.max,
    decimals: config.decimals,
    log: scaleDistribution?.type === 'log' ? (scaleDistribution.log ?? 10) : undefined,
    count: Math.max(2, Math.floor(view.height / PIXELS_PER_TICK)),
  });
  const labels = scale.ticks.map((tick) => formatValue(tick, unit, config.decimals, view.clock));
  const room = Math.max(...labels.map((label) => textWidth(label, SIZE)), 10) + 12 + (title === '' ? 0 : 16);
  return { fields, scale, position, title, room };
}

/** Values that the axis reaches whatever the data: its soft ends, and 0 below an area that is clearly filled. */
function alsoShown({ axisSoftMin, axisSoftMax, fillOpacity = 0 }: CustomJson): readonly number[] {
  return [axisSoftMin, axisSoftMax, fillOpacity >= 20 ? 0 : undefined].filter((value) => value !== undefined);
}

function unitOf({ unit, custom }: Field['config']): string | undefined {
  return custom?.stacking?.mode === 'percent' ? 'percentunit' : unit;
}

/** The axis as ECharts takes it. */
export function axisOf({ fields, scale, position }: Side, { clock }: View): YAXisComponentOption {
  const config = fields[0]?.config ?? {};
  const customValues = [...scale.ticks];
  const shared = {
    position,
    min: scale.min,
    max: scale.max,
    axisLine: { show: false },
    axisTick: { show: false, customValues },
    axisLabel: {
      customValues,
      color: THEME.dim,
      fontSize: SIZE,
      formatter: (value: number) => formatValue(value, unitOf(config), config.decimals, clock),
    },
    splitLine: { show: position === 'left', lineStyle: { color: THEME.grid } },
  };
  return scale.log === undefined ? { type: 'value', ...shared } : { type: 'log', logBase: scale.log, ...shared };
}

/** The label of an axis, written upwards beside its values. */
export function axisTitle({ title, position, room }: Side, plot: Box): string {
  if (title === '') return '';
  const x = position === 'left' ? plot.x - room + 10 : plot.x + plot.width + room - 4;
  const place = `translate(${Math.round(x)} ${Math.round(plot.y + plot.height / 2)}) rotate(-90)`;
  return element(
    'text',
    { transform: place, 'font-size': SIZE, fill: THEME.dim, 'text-anchor': 'middle' },
    escapeXml(title),
  );
}

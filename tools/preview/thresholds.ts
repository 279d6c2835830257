import type { FieldConfigJson } from './dashboard-json';
import { THEME, cssColor } from './theme';

/** One step: from `from` on a value has this colour; the first begins at -Infinity. */
export interface Threshold {
  readonly from: number;
  readonly color: string;
}

/** The steps in order, as values of the field; percentages are of its min and max. */
export function thresholds({ thresholds: config, min, max }: FieldConfigJson): readonly Threshold[] {
  const [low, high] = [min ?? 0, max ?? 100];
  const valueOf = (value: number): number =>
    config?.mode === 'percentage' ? low + (value / 100) * (high - low) : value;
  const steps = (config?.steps ?? []).map(({ value, color }, index) => ({
    from: index === 0 || typeof value !== 'number' ? -Infinity : valueOf(value),
    color: cssColor(color),
  }));
  return steps.sort((a, b) => a.from - b.from);
}

/** The colour of the step a value is in; undefined where there are none. */
export function thresholdColor(value: number, steps: readonly Threshold[]): string | undefined {
  return steps.findLast(({ from }) => value >= from)?.color ?? steps[0]?.color;
}

/** The colour of one value in panels that show values: its field's own, or the threshold's. */
export function valueColor(value: number, config: FieldConfigJson, fallback: string = THEME.text): string {
  const { mode, fixedColor } = config.color ?? {};
  if ((mode === 'fixed' || mode === 'shades') && fixedColor !== undefined) return cssColor(fixedColor);
  return thresholdColor(value, thresholds(config)) ?? fallback;
}

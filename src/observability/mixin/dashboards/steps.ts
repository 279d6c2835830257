import type { FieldDefaults } from './grafana';
import type { ColorStep, ColorSteps } from './panel';
import { isSetLater, numberMarker } from './value';

/** Colours by value as Grafana reads them. */
export function stepsOf({ base, steps }: ColorSteps): NonNullable<FieldDefaults['thresholds']> {
  const later = steps.map((step) => ({ value: boundOf(step), color: step.color }));
  return { mode: 'absolute', steps: [{ value: null, color: base }, ...later] };
}

/** Where a colour begins: a number, or the marker of one that the installation sets. */
export function boundOf({ from }: ColorStep): number | string {
  return isSetLater(from) ? numberMarker(from) : from;
}

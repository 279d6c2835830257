import type { FieldDefaults } from './grafana';
import type { ColorSteps } from './panel';
import { isSetLater, numberMarker } from './value';

/** Colours by value as Grafana reads them. */
export function stepsOf({ base, steps }: ColorSteps): NonNullable<FieldDefaults['thresholds']> {
  const later = steps.map(({ from, color }) => ({ value: isSetLater(from) ? numberMarker(from) : from, color }));
  return { mode: 'absolute', steps: [{ value: null, color: base }, ...later] };
}

import type { ModelFamily } from './model/model';
import type { Moment } from './moment';
import { formatNumber } from './number';
import { type Simulation, podOf } from './simulation';

/**
 * What a pod answers to a scrape, in the text format 0.0.4.
 *
 * @param time Unix time in seconds.
 * @throws SimulationError if there is no such pod, or none at that time.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export function exposition(simulation: Simulation, pod: string, time: number): string {
  const found = podOf(simulation, pod);
  const moment = found.momentAt(time);
  return found.model.families.map((family) => familyText(family, moment)).join('');
}

function familyText({ head, series }: ModelFamily, moment: Moment): string {
  let text = '';
  for (const { key, value, present } of series) {
    if (present(moment)) text += `${key} ${formatNumber(value(moment))}\n`;
  }
  return text === '' ? '' : head + text;
}

/** Number of samples that a scrape of the pod gives. */
export function sampleCount({ families }: { readonly families: readonly ModelFamily[] }, moment: Moment): number {
  return families.reduce((sum, { series }) => sum + series.filter(({ present }) => present(moment)).length, 0);
}

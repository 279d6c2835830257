import type { ScrapeName, TargetLabel } from '../../src/observability/metrics';
import { SimulationError } from './error';
import { sampleCount } from './exposition';
import { type ModelSeries, escapeLabel } from './model/model';
import type { Moment } from './moment';
import { formatNumber } from './number';
import { type Pod, type Presence, SLOW_ANSWER } from './pod';
import { fractionOf } from './random';
import type { Simulation } from './simulation';

/** Labels of a target, as a PodMonitor gives them. */
export type TargetLabels = Readonly<Record<TargetLabel, string>>;

/** What a history holds. */
export interface HistoryOptions {
  readonly simulation: Simulation;
  /** Unix time of the first sample in seconds, not before the simulation's start. */
  readonly from: number;
  /** Unix time that no sample is after, in seconds. */
  readonly to: number;
  /** Seconds from one sample to the next. */
  readonly step: number;
  /** Labels of each pod's target; default: `targetLabels(pod)`. */
  readonly labels?: (pod: string) => TargetLabels;
  /** Names of the metrics; default: all, and those that Prometheus adds to each scrape. */
  readonly only?: readonly string[];
}

/** The labels that a PodMonitor called `master-monitor` in the namespace `coder` gives a pod; each can be replaced. */
export function targetLabels(pod: string, others: Partial<TargetLabels> = {}): TargetLabels {
  return {
    namespace: 'coder',
    job: 'coder/master-monitor',
    pod,
    container: 'coderd',
    endpoint: 'prom-coderd',
    instance: `${pod}:2112`,
    ...others,
  };
}

/** A scrape that was made, or would have been. */
interface Scrape {
  /** A space, the time in seconds, a line feed. */
  readonly tail: string;
  readonly presence: Presence;
  readonly moment: Moment | undefined;
}

interface Target {
  readonly pod: Pod;
  readonly labels: string;
  readonly scrapes: readonly Scrape[];
}

/** Lines that are put together before they are handed out. */
const linesPerText = 5000;

/**
 * What Prometheus would have stored of a time that is gone: input of `promtool tsdb create-blocks-from openmetrics`. The series
 * carry no type, since OpenMetrics would take go_memstats_alloc_bytes and go_memstats_alloc_bytes_total for one family. They come
 * one after another, in texts of up to 5000 lines. Where a target vanishes Prometheus would mark its series as stale; this format
 * cannot.
 *
 * @throws SimulationError if the range or the step is wrong.
 * @see https://prometheus.io/docs/prometheus/latest/storage/#backfilling-from-openmetrics-format
 */
export function* openMetricsHistory(options: HistoryOptions): Generator<string, void> {
  checkRange(options);
  const { simulation, labels = (pod: string) => targetLabels(pod) } = options;
  const targets = [...simulation.pods.values()].map((pod): Target => {
    return { pod, labels: labelText(labels(pod.name)), scrapes: scrapesOf(pod, options) };
  });
  yield* metricLines(targets, options);
  yield* scrapeLines(targets, options);
  yield '# EOF\n';
}

function checkRange({ simulation: { settings }, from, to, step }: HistoryOptions): void {
  if (!(step > 0)) throw new SimulationError(`step: ${step} given, a number of seconds above 0 expected`);
  if (!(from >= settings.start)) {
    throw new SimulationError(`from: ${from} given, not before the simulation's start ${settings.start} expected`);
  }
  if (!(to >= from)) throw new SimulationError(`to: ${to} given, not before from ${from} expected`);
}

function scrapesOf(pod: Pod, { from, to, step }: HistoryOptions): readonly Scrape[] {
  const count = Math.floor((to - from) / step) + 1;
  return Array.from({ length: count }, (_, i) => {
    const time = from + i * step;
    const presence = pod.presenceAt(time);
    const answers = presence === 'answers' || presence === 'slow';
    return { tail: ` ${time}\n`, presence, moment: answers ? pod.momentAt(time) : undefined };
  });
}

function labelText(labels: TargetLabels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(',');
}

function* metricLines(targets: readonly Target[], { only }: HistoryOptions): Generator<string, void> {
  const names = targets[0]?.pod.model.families.map(({ name }) => name) ?? [];
  for (const name of names) {
    if (only?.includes(name) === false) continue;
    for (const target of targets) {
      const family = target.pod.model.families.find((one) => one.name === name);
      for (const series of family?.series ?? []) yield* seriesLines(target, series);
    }
  }
}

function* seriesLines({ labels, scrapes }: Target, { key, value, present }: ModelSeries): Generator<string, void> {
  const head = key.endsWith('}') ? `${key.slice(0, -1)},${labels}} ` : `${key}{${labels}} `;
  yield* lines(head, scrapes, ({ moment }) => (moment !== undefined && present(moment) ? value(moment) : undefined));
}

const added: Record<ScrapeName, (pod: Pod, scrape: Scrape) => number> = {
  up: (_, { moment }) => (moment === undefined ? 0 : 1),
  scrape_duration_seconds: (pod, { presence, tail }) => {
    const usual = Math.round(1e6 * (0.01 + 0.006 * fractionOf(`${pod.name}${tail}`))) / 1e6;
    return presence === 'slow' ? SLOW_ANSWER + usual : usual;
  },
  scrape_samples_scraped: ({ model }, { moment }) => (moment === undefined ? 0 : sampleCount(model, moment)),
};

function* scrapeLines(targets: readonly Target[], { only }: HistoryOptions): Generator<string, void> {
  for (const name of Object.keys(added) as ScrapeName[]) {
    if (only?.includes(name) === false) continue;
    for (const { pod, labels, scrapes } of targets) {
      yield* lines(`${name}{${labels}} `, scrapes, (scrape) =>
        scrape.presence === 'gone' ? undefined : added[name](pod, scrape),
      );
    }
  }
}

function* lines(
  head: string,
  scrapes: readonly Scrape[],
  valueOf: (scrape: Scrape) => number | undefined,
): Generator<string, void> {
  for (let first = 0; first < scrapes.length; first += linesPerText) {
    let text = '';
    let [last, printed]: [number | undefined, string] = [undefined, ''];
    for (const scrape of scrapes.slice(first, first + linesPerText)) {
      const value = valueOf(scrape);
      if (value === undefined) continue;
      // Many series rest for long: their number is printed once.
      if (value !== last) [last, printed] = [value, head + formatNumber(value)];
      text += printed + scrape.tail;
    }
    if (text !== '') yield text;
  }
}

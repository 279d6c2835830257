import type { BucketOf, Catalogue, LabelOf, NameOf, TargetLabel } from '../metrics';

/**
 * Samples, one a minute: `0+5x60` is 61 samples that rise by 5, `1x10` 11 times the same, `_x5` none for 5 minutes,
 * `stale` the end of a series whose target vanished; several follow each other.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export type Samples = string;

/** A series that a scenario gives to Prometheus. */
export interface InputSeries {
  /** A metric of the catalogue. */
  readonly name: string;
  /** All labels, those of the target included. */
  readonly labels: Readonly<Record<string, string>>;
  /** One sample a minute, from minute 0. */
  readonly values: Samples;
}

/** How a release of Prometheus writes the bound 500: `500` or `500.0`. */
export type Spelling = 'Prometheus 2' | 'Prometheus 3';

/** A histogram that a scenario gives to Prometheus, in whichever form it keeps histograms. */
export interface InputHistogram {
  /** A histogram of the catalogue, without the ending `_bucket`. */
  readonly name: string;
  /** All labels but `le`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Observations up to each bound. */
  readonly buckets: Readonly<Record<string, Samples>>;
  /** All observations, one sample a minute. */
  readonly all: Samples;
  /** Sum of what was observed, in the unit of the metric. */
  readonly sum: Samples;
  /** How `le` is written where Prometheus keeps classic histograms. */
  readonly spelling: Spelling;
}

/** What Prometheus makes of an alert's texts. */
export interface RenderedTexts {
  /** The annotation `summary`, filled in. */
  readonly summary: string;
  /** The annotation `description`, filled in. */
  readonly description: string;
}

/** A course of events, and whether the alert then fires. */
export interface Scenario {
  /** Completes "CoderdX fires ..." or "CoderdX is silent ...", for example `when a pod stops answering`. */
  readonly title: string;
  /** What Prometheus is given; any other series is absent. */
  readonly series: readonly (InputSeries | InputHistogram)[];
  /** Minute at which is asked. */
  readonly minute: number;
  /** Labels that each firing alert has, among others; none for silence. All must name the same labels. */
  readonly fires: readonly Readonly<Record<string, string>>[];
  /** Texts of the alert that fires. Only where a single one does, and `fires` names all of its labels. */
  readonly says?: RenderedTexts;
}

/** Labels of the series of a scenario: those of the target, and those that are documented of the metric. */
export type ScenarioLabels<C extends Catalogue, N extends keyof C> = {
  readonly [L in TargetLabel | LabelOf<C, N>]?: string;
};

/** The pod whose series a scenario gives: the labels of a target, and the port that is scraped. */
export interface ScenarioTarget extends Readonly<Record<Exclude<TargetLabel, 'instance'>, string>> {
  /** Port of the metrics, part of the label `instance`. */
  readonly port: number;
}

/** A histogram over time. */
export interface HistogramSamples<B extends number> {
  /** Observations up to each bound. */
  readonly buckets: Readonly<Partial<Record<B | `${number}`, Samples>>>;
  /** All observations. */
  readonly all: Samples;
  /** Sum of what was observed; by default always 0. */
  readonly sum?: Samples;
}

/** Makes the series that a scenario gives to Prometheus; they are of one pod unless told otherwise. */
export interface InputSeriesKit<C extends Catalogue> {
  /** A gauge or counter over time. */
  readonly series: <N extends NameOf<C, 'gauge' | 'counter'>>(
    name: N,
    values: Samples,
    labels?: ScenarioLabels<C, N>,
  ) => InputSeries;
  /** A histogram over time. */
  readonly histogramSeries: <N extends NameOf<C, 'histogram'>>(
    name: N,
    given: HistogramSamples<BucketOf<C, N>>,
    options?: { readonly labels?: ScenarioLabels<C, N>; readonly spelling?: Spelling },
  ) => InputHistogram;
}

/** The functions that make series of the metrics of a catalogue. */
export function inputSeriesFor<C extends Catalogue>(catalogue: C, target: ScenarioTarget): InputSeriesKit<C> {
  const known = <N extends string>(name: N): N => {
    if (!Object.hasOwn(catalogue, name)) throw new Error(`the catalogue has no metric ${name}`);
    return name;
  };
  return {
    series: (name, values, labels = {}) => ({ name: known(name), labels: targetLabels(target, labels), values }),
    histogramSeries: (name, { buckets, all, sum = zeros(all) }, { labels = {}, spelling = 'Prometheus 2' } = {}) => ({
      name: known(name),
      labels: targetLabels(target, labels),
      buckets: Object.fromEntries(
        Object.entries<Samples | undefined>(buckets).flatMap(([bound, samples]) =>
          samples === undefined ? [] : [[bound, samples]],
        ),
      ),
      all,
      sum,
      spelling,
    }),
  };
}

function zeros(all: Samples): Samples {
  return all.replace(/[\d.]+(?:\+[\d.]+)?x/g, '0x');
}

function targetLabels(
  { port, ...target }: ScenarioTarget,
  labels: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const pod = labels['pod'] ?? target.pod;
  return { ...target, instance: `${pod}:${String(port)}`, ...labels };
}

/** Both ways in which a bound may be written, since rules must understand each. */
export const SPELLINGS: readonly Spelling[] = ['Prometheus 2', 'Prometheus 3'];

import type { BucketOf, LabelOf, MetricName, NameOf, ScrapeName, TargetLabel } from '../metrics';

/**
 * Samples, one a minute: `0+5x60` is 61 samples that rise by 5, `1x10` 11 times the same, `_x5` none for 5 minutes,
 * `stale` the end of a series whose target vanished; several follow each other.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export type Samples = string;

/** A series that a scenario gives to Prometheus. */
export interface InputSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: Samples;
}

/** How a release of Prometheus writes the bound 500: `500` or `500.0`. */
export type Spelling = 'Prometheus 2' | 'Prometheus 3';

/** A histogram that a scenario gives to Prometheus, in whichever form it keeps histograms. */
export interface InputHistogram {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Observations up to each bound. */
  readonly buckets: Readonly<Record<string, Samples>>;
  readonly all: Samples;
  readonly sum: Samples;
  readonly spelling: Spelling;
}

/** What Prometheus makes of an alert's texts. */
export interface RenderedTexts {
  readonly summary: string;
  readonly description: string;
}

/** A course of events, and whether the alert then fires. */
export interface Scenario {
  /** Completes "CoderdX fires ..." or "CoderdX is silent ...", for example `when a pod stops answering`. */
  readonly title: string;
  readonly series: readonly (InputSeries | InputHistogram)[];
  /** Minute at which is asked. */
  readonly minute: number;
  /** Labels that each firing alert has, among others; none for silence. All must name the same labels. */
  readonly fires: readonly Readonly<Record<string, string>>[];
  /** Texts of the alert that fires. Only where a single one does, and `fires` names all of its labels. */
  readonly says?: RenderedTexts;
}

type Simple = Exclude<MetricName, NameOf<'histogram' | 'summary'>> | ScrapeName;
type Labels<N> = { readonly [L in TargetLabel | (N extends MetricName ? LabelOf<N> : never)]?: string };

/** Labels that the PodMonitor gives to the pods of a release `coder` in a namespace `coder`. */
const TARGET = {
  namespace: 'coder',
  job: 'coder/master-monitor',
  pod: 'coderd-a',
  container: 'coderd',
  endpoint: 'prom-coderd',
};

/** A gauge or counter over time, on pod `coderd-a` unless told otherwise. */
export function series<N extends Simple>(name: N, values: Samples, labels: Labels<N> = {}): InputSeries {
  return { name, labels: targetOf(labels), values };
}

function targetOf(labels: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const pod = labels['pod'] ?? TARGET.pod;
  return { ...TARGET, instance: `${pod}:2112`, ...labels };
}

/** A histogram over time: samples of each bucket given, of all observations, and of their sum (by default always 0). */
export function histogramSeries<N extends NameOf<'histogram'>>(
  name: N,
  given: {
    readonly buckets: Readonly<Partial<Record<BucketOf<N> | `${number}`, Samples>>>;
    readonly all: Samples;
    readonly sum?: Samples;
  },
  options: { readonly labels?: Labels<N>; readonly spelling?: Spelling } = {},
): InputHistogram {
  return {
    name,
    labels: targetOf(options.labels ?? {}),
    buckets: given.buckets as Readonly<Record<string, Samples>>,
    all: given.all,
    sum: given.sum ?? given.all.replace(/[\d.]+(?:\+[\d.]+)?x/g, '0x'),
    spelling: options.spelling ?? 'Prometheus 2',
  };
}

/** Both ways in which a bound may be written, since rules must understand each. */
export const SPELLINGS: readonly Spelling[] = ['Prometheus 2', 'Prometheus 3'];

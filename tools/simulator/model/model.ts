import { type MetricName, metricOf } from '../metrics';
import { FlowTable } from '../flow';
import type { Moment } from '../moment';
import type { Settings } from '../settings';
import { apiFamilies } from './api';
import { databaseFamilies } from './database';
import { goHeapFamilies } from './go-heap';
import { goMemoryFamilies, memoryClasses } from './go-memory';
import { gcFamilies, schedulerFamilies } from './go-runtime';
import { jobFamilies } from './jobs';
import { type Family, Kit, type Label, type Series } from './kit';
import { licenseFamilies } from './license';
import { networkFamilies } from './networking';
import { processFamilies } from './process';
import { runtimeOf } from './runtime';

/** A series with its text before the value. */
export interface ModelSeries {
  readonly name: string;
  readonly labels: readonly Label[];
  /** Name and labels as the text format has them. */
  readonly key: string;
  readonly value: (moment: Moment) => number;
  readonly present: (moment: Moment) => boolean;
}

/** A metric with its series. */
export interface ModelFamily {
  readonly name: MetricName;
  /** The lines of HELP and TYPE. */
  readonly head: string;
  readonly series: readonly ModelSeries[];
}

/** A pod whatever its faults: the 91 metrics, sorted by name. */
export interface Model {
  readonly flows: FlowTable;
  readonly families: readonly ModelFamily[];
  readonly byKey: ReadonlyMap<string, ModelSeries>;
}

/** Builds the model of a pod. */
export function modelOf(settings: Settings, pod: string): Model {
  const kit = new Kit(new FlowTable(), settings, pod);
  const families = Object.entries(allFamilies(kit))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, family]) => familyOf(name as MetricName, family));
  const byKey = new Map(families.flatMap(({ series }) => series.map((one) => [one.key, one] as const)));
  return { flows: kit.flows, families, byKey };
}

function allFamilies(kit: Kit): Record<MetricName, Family> {
  const runtime = runtimeOf(kit);
  const classes = memoryClasses(kit, runtime);
  return {
    ...apiFamilies(kit),
    ...jobFamilies(kit),
    ...databaseFamilies(kit),
    ...licenseFamilies(kit),
    ...networkFamilies(kit),
    ...gcFamilies(kit, runtime),
    ...schedulerFamilies(kit, runtime),
    ...goHeapFamilies(kit, runtime, classes),
    ...goMemoryFamilies(kit, classes),
    ...processFamilies(kit, classes),
  };
}

const always = (): boolean => true;
const withCoderd = ({ on }: Moment): boolean => !on.has('coderd-metrics-missing');

function familyOf(name: MetricName, family: Family): ModelFamily {
  const { help, type } = metricOf(name);
  const text = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  const present = name.startsWith('coderd_') ? withCoderd : always;
  const series = sorted(family).map((one) => ({ ...seriesOf(name + one.suffix, one), present }));
  return { name, head: `# HELP ${name} ${text}\n# TYPE ${name} ${type}\n`, series };
}

function seriesOf(name: string, { labels, value }: Series): Omit<ModelSeries, 'present'> {
  const pairs = labels.map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return { name, labels, key: pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`, value };
}

/** The value of a label as the text format has it. */
export function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

/** client_golang sorts by the values of the labels; the lines of one histogram or summary keep their order. */
function sorted(family: Family): Family {
  return family
    .map((series) => ({ series, rank: series.labels.filter(isOwn).map(([, value]) => value) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ series }) => series);
}

function isOwn([name]: Label): boolean {
  return name !== 'le' && name !== 'quantile';
}

function compare(a: readonly string[], b: readonly string[]): number {
  const i = a.findIndex((text, at) => text !== b[at]);
  const [left = '', right = ''] = [a[i], b[i]];
  return left === right ? 0 : left < right ? -1 : 1;
}

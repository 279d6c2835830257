// Each alert against a simulated history with its fault, and all of them against one without.
import { literal } from '../../src/engine/expr';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { type Alert, defaultRules } from '../../src/observability/mixin';
import { type AnyQuery, queryText, recordsOf, seriesOf } from '../../src/observability/promql';
import type { PrometheusClient } from '../components';
import { temporaryFolder } from '../process';
import { FAULTS, type Fault, type FaultName, createSimulation } from '../simulator';
import { type Claims, expectNone } from './claims';
import { END, type History, startWithRecords, writeBlocks } from './history';
import type { RecordingRule } from './manifests';
import type { Release } from './release';

const { profile, recordings } = DEFAULT_VERSION.mixin;
const { alerts } = profile;

const HOUR = 3600;
const MARGIN = 60;
const STEP = 30;
const HEALTHY = 'healthy';

/** How long everything was well before a fault began. */
const PAST = 3 * HOUR;

const faults = Object.entries(FAULTS) as readonly (readonly [FaultName, Fault])[];

function jobOf(namespace: string): string {
  return `${namespace}/master-monitor`;
}

/** A rule for one simulated installation. */
interface BoundRule {
  readonly query: AnyQuery;
  readonly expr: string;
  /** How long it must hold. */
  readonly seconds: number;
}

function rulesOf(alert: Alert, namespace: string): readonly BoundRule[] {
  const selector = `job="${jobOf(namespace)}"`;
  const installation = {
    selector: literal(selector),
    replicas: literal<number | ''>(2),
    memoryLimit: literal('512 * 1024^2'),
    isModelled: literal<boolean>(true),
  };
  return defaultRules(alert, installation).map((rule) => ({
    query: rule.query,
    expr: queryText(rule.query, { selector }),
    seconds: secondsOf(rule.for),
  }));
}

function secondsOf(duration: string): number {
  const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: HOUR, d: 24 * HOUR };
  return Number.parseInt(duration) * (units[duration.at(-1) ?? ''] ?? Number.NaN);
}

/** A fault that began just long enough ago; only the series that its alert reads. */
function historyOf([fault, { alert, lasts }]: readonly [FaultName, Fault]): History {
  const from = END - lasts - MARGIN;
  return {
    simulation: createSimulation({ start: from - PAST - HOUR, faults: [{ fault, from }] }),
    from: from - PAST,
    step: STEP,
    labels: { namespace: fault, job: jobOf(fault) },
    only: [...new Set(rulesOf(alertCalled(alert), fault).flatMap(({ query }) => seriesOf(query)))],
  };
}

function alertCalled(name: string): Alert {
  const found = alerts.find((alert) => alert.name === name);
  if (found === undefined) throw new Error(`the simulator has a fault for ${name}, which is no alert`);
  return found;
}

function healthyHistory(): History {
  const from = END - 8 * HOUR;
  const labels = { namespace: HEALTHY, job: jobOf(HEALTHY) };
  return { simulation: createSimulation({ start: from - HOUR }), from, step: STEP, labels };
}

/** The recording rules that alerts read, directly or through others, for every namespace. */
function recordsOfAlerts(): readonly RecordingRule[] {
  const read = new Set(alerts.flatMap((alert) => defaultRules(alert).flatMap(({ query }) => recordsOf(query))));
  // A rule comes after those that it reads.
  for (const { record, query } of recordings.toReversed()) {
    if (read.has(record)) recordsOf(query).forEach((name) => read.add(name));
  }
  return recordings
    .filter(({ record }) => read.has(record))
    .map(({ record, query }) => {
      return { record, expr: queryText(query) };
    });
}

/** Whether the condition of a rule held at each moment of its duration: what makes Prometheus fire. */
async function fires(running: PrometheusClient, { expr, seconds }: BoundRule): Promise<boolean> {
  const { result } = await running.queryRange(expr, { start: END - seconds, end: END, step: STEP });
  const moments = Math.floor(seconds / STEP) + 1;
  return result.some(({ values }) => values.length === moments);
}

/** Each alert fires of its fault, none without one. */
export async function claimAlerts({ claim }: Claims, { title, name, prometheus, promtool }: Release): Promise<void> {
  const dataDir = temporaryFolder(`${name}-alerts`);
  await writeBlocks({ promtool, dataDir }, [healthyHistory(), ...faults.map(historyOf)]);
  const records = recordsOfAlerts();
  const database = { binary: prometheus, promtool, name, dataDir, records, from: END - 5 * HOUR };
  const running = await startWithRecords(database);
  await claim(`${title}: each alert fires of a fault of the simulator`, () => expectFiring(running));
  await claim(`${title}: no alert fires of an installation without a fault`, () => expectSilence(running));
  await running.stop();
}

async function expectFiring(running: PrometheusClient): Promise<string> {
  const silent: string[] = [];
  for (const [fault, { alert }] of faults) {
    const results = await Promise.all(rulesOf(alertCalled(alert), fault).map((rule) => fires(running, rule)));
    if (!results.includes(true)) silent.push(`${alert} is silent with the fault ${fault}`);
  }
  const without = alerts.filter(({ name }) => !faults.some(([, { alert }]) => alert === name));
  expectNone([...silent, ...without.map(({ name }) => `${name} has no fault`)], 'alerts');
  return `${faults.length} faults, ${alerts.length} alerts`;
}

async function expectSilence(running: PrometheusClient): Promise<string> {
  const rules = alerts.flatMap((alert) => rulesOf(alert, HEALTHY).map((rule) => ({ alert, rule })));
  const loud: string[] = [];
  for (const { alert, rule } of rules) if (await fires(running, rule)) loud.push(`${alert.name}: ${rule.expr}`);
  expectNone(loud, 'alerts');
  return `${rules.length} rules`;
}

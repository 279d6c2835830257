// Values, not only presence: what queries find in a simulated history must be what was simulated.
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { type AnyQuery, max, minus, over, promqlFor, queryText, sum } from '../../src/observability/promql';
import type { PrometheusClient } from '../components';
import { temporaryFolder } from '../process';
import { type Simulation, type TrueRates, createSimulation, increaseOf, trueRates, valueAt } from '../simulator';
import { type Claims, expectNone } from './claims';
import { END, startWithRecords, writeBlocks } from './history';
import type { Release } from './release';

const { gauge, observations, observed, partAtMost, rate } = promqlFor(DEFAULT_VERSION.metrics);

const HOUR = 3600;
const POD = 'coder-0';
const PODS = [POD, 'coder-1'];
const TOLERANCE = 0.02;

/** The last hour. */
const range = { from: END - HOUR, to: END };
const window = '1h';

/** A value by a typed query, and as the simulator knows it. */
interface Expectation {
  readonly query: AnyQuery;
  readonly truth: (simulation: Simulation) => number;
}

type Expectations = Readonly<Record<string, Expectation>>;

function rates(of: (truth: TrueRates) => number): Expectation['truth'] {
  return (simulation) => of(trueRates(simulation, PODS, range));
}

function perSecond(name: string): Expectation['truth'] {
  return (simulation) => PODS.reduce((total, pod) => total + increaseOf(simulation, pod, { name }, range), 0) / HOUR;
}

function now(name: string): Expectation['truth'] {
  return (simulation) => valueAt(simulation, POD, name, END) ?? Number.NaN;
}

function requestValues(): Expectations {
  const name = 'coderd_api_requests_processed_total';
  const all = sum(rate(name, { window }));
  const failed = sum(rate(name, { window, where: { code: { matches: '5..' } } }));
  const slow = minus(1, partAtMost(500, 'coderd_api_request_latencies_ms', { window }));
  const relayed = sum(rate('coderd_rtc_turn_connections_total', { window }));
  const connections = sum(rate('coderd_rtc_workspace_connections_total', { window }));
  return {
    'requests per second': { query: all, truth: rates(({ requests }) => requests) },
    'part of the requests that fail': { query: over(failed, all), truth: rates(({ errorRatio }) => errorRatio) },
    'part of the requests slower than 500 ms': { query: slow, truth: rates(({ slowRatio }) => slowRatio) },
    'part of the connections that is relayed': {
      query: over(relayed, connections),
      truth: rates(({ turnShare }) => turnShare),
    },
  };
}

function counterValues(): Expectations {
  const names = [
    'coderd_db_sql_queries_executed_total',
    'coderd_backgroundjob_enqueued_total',
    'coderd_backgroundjob_started_total',
    'coderd_backgroundjob_completed_total',
    'process_cpu_seconds_total',
    'go_gc_heap_allocs_bytes_total',
  ] as const;
  return Object.fromEntries(
    names.map((name) => [`${name} per second`, { query: sum(rate(name, { window })), truth: perSecond(name) }]),
  );
}

function histogramValues(): Expectations {
  const name = 'coderd_db_sql_query_latencies_ms';
  return {
    'SQL latencies observed per second': { query: observations(name, { window }), truth: perSecond(`${name}_count`) },
    'milliseconds of SQL per second': { query: observed(name, { window }), truth: perSecond(`${name}_sum`) },
  };
}

function licenseValues(): Expectations {
  const names = [
    'coderd_license_time_until_expires_days',
    'coderd_license_user_limit',
    'coderd_license_user_count',
  ] as const;
  return Object.fromEntries(names.map((name) => [name, { query: max(gauge(name)), truth: now(name) }]));
}

/** Two hours of two pods, and each value of the last hour within 2 %. */
export async function claimRates({ claim }: Claims, { title, name, prometheus, promtool }: Release): Promise<void> {
  const simulation = createSimulation({ start: END - 26 * HOUR, pods: PODS });
  const dataDir = temporaryFolder(`${name}-rates`);
  await writeBlocks({ promtool, dataDir }, [{ simulation, from: END - 2 * HOUR, step: 15 }]);
  const records = [{ record: 'nothing', expr: 'vector(1)' }];
  const database = { binary: prometheus, promtool, name, dataDir, records, from: END - 60 };
  const running = await startWithRecords(database);
  await claim(`${title} finds the simulated values within 2 %`, () => expectTruth(running, simulation));
  await running.stop();
}

async function expectTruth(running: PrometheusClient, simulation: Simulation): Promise<string> {
  const wrong: string[] = [];
  const all = Object.entries({ ...requestValues(), ...counterValues(), ...histogramValues(), ...licenseValues() });
  for (const [what, { query, truth }] of all) {
    const expected = truth(simulation);
    const found = await valueOf(running, query);
    if (Math.abs(found - expected) <= TOLERANCE * Math.abs(expected)) continue;
    wrong.push(`${what}: expected ${expected}, got ${found}`);
  }
  expectNone(wrong, 'values that differ');
  return `${all.length} values`;
}

async function valueOf(running: PrometheusClient, query: AnyQuery): Promise<number> {
  const [found] = await running.series(queryText(query, { selector: 'namespace="coder"' }), END);
  return Number(found?.value?.[1]);
}

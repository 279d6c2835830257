// Values, not only presence: what queries find in a simulated history must be what was simulated.
import { temporaryFolder } from '../components/index.mjs';
import { expectNone } from './claims.mjs';
import { END, startWithRecords, writeBlocks } from './history.mjs';
import { lib } from './manifests.mjs';

const HOUR = 3600;
const PODS = ['coder-0', 'coder-1'];
const TOLERANCE = 0.02;

/** What the simulator knows of the last hour. */
function truths() {
  const { increaseOf, trueRates, valueAt } = lib('simulator');
  const range = { from: END - HOUR, to: END };
  return {
    rates: (of) => (simulation) => of(trueRates(simulation, PODS, range)),
    perSecond: (name) => (simulation) =>
      PODS.reduce((total, pod) => total + increaseOf(simulation, pod, { name }, range), 0) / HOUR,
    now: (name) => (simulation) => valueAt(simulation, PODS[0], name, END),
  };
}

const window = '1h';

/** Each value by a typed query, and as the simulator knows it. */
function expectations() {
  return { ...requestValues(), ...counterValues(), ...histogramValues(), ...licenseValues() };
}

function requestValues() {
  const { rate, sum, over, minus, partAtMost } = lib('promql');
  const { rates } = truths();
  const requests = (where) => sum(rate('coderd_api_requests_processed_total', { window, where }));
  const slow = minus(1, partAtMost(500, 'coderd_api_request_latencies_ms', { window }));
  const [turn, all] = ['turn', 'workspace'].map((kind) =>
    sum(rate(`coderd_rtc_${kind}_connections_total`, { window })),
  );
  return {
    'requests per second': [requests(), rates((of) => of.requests)],
    'part of the requests that fail': [
      over(requests({ code: { matches: '5..' } }), requests()),
      rates((of) => of.errorRatio),
    ],
    'part of the requests slower than 500 ms': [slow, rates((of) => of.slowRatio)],
    'part of the connections that is relayed': [over(turn, all), rates((of) => of.turnShare)],
  };
}

function counterValues() {
  const { rate, sum } = lib('promql');
  const { perSecond } = truths();
  const names = [
    'coderd_db_sql_queries_executed_total',
    'coderd_backgroundjob_enqueued_total',
    'coderd_backgroundjob_started_total',
    'coderd_backgroundjob_completed_total',
    'process_cpu_seconds_total',
    'go_gc_heap_allocs_bytes_total',
  ];
  return Object.fromEntries(
    names.map((name) => [`${name} per second`, [sum(rate(name, { window })), perSecond(name)]]),
  );
}

function histogramValues() {
  const { observations, observed } = lib('promql');
  const { perSecond } = truths();
  const name = 'coderd_db_sql_query_latencies_ms';
  return {
    'SQL latencies observed per second': [observations(name, { window }), perSecond(`${name}_count`)],
    'milliseconds of SQL per second': [observed(name, { window }), perSecond(`${name}_sum`)],
  };
}

function licenseValues() {
  const { gauge, max } = lib('promql');
  const { now } = truths();
  const names = ['coderd_license_time_until_expires_days', 'coderd_license_user_limit', 'coderd_license_user_count'];
  return Object.fromEntries(names.map((name) => [name, [max(gauge(name)), now(name)]]));
}

/** Two hours of two pods, and each value of the last hour within 2 %. */
export async function claimRates({ claim }, { title, name, prometheus: binary, promtool }) {
  const simulation = lib('simulator').createSimulation({ start: END - 26 * HOUR, pods: PODS });
  const dataDir = temporaryFolder(`${name}-rates`);
  writeBlocks({ promtool, dataDir, histories: [{ simulation, from: END - 2 * HOUR, step: 15 }] });
  const records = [{ record: 'nothing', expr: 'vector(1)' }];
  const running = await startWithRecords({ binary, promtool, name, dataDir, records, from: END - 60 });
  await claim(`${title} finds the simulated values within 2 %`, async () => {
    const wrong = [];
    const all = Object.entries(expectations());
    for (const [what, [query, truth]] of all) {
      const expected = truth(simulation);
      const found = await valueOf(running, query);
      if (!(Math.abs(found - expected) <= TOLERANCE * Math.abs(expected)))
        wrong.push(`${what}: expected ${expected}, got ${found}`);
    }
    expectNone(wrong, 'values that differ');
    return `${all.length} values`;
  });
  await running.stop();
}

async function valueOf(running, query) {
  const { evaluate } = lib('expr');
  const { printQuery } = lib('promql');
  const text = printQuery(query, { selector: 'namespace="coder"', window: '5m', histograms: 'classic' });
  const expr = evaluate(text, { values: {}, builtins: { releaseName: '', namespace: '' } });
  const { result } = await running.query(expr, END);
  return Number(result[0]?.value[1]);
}

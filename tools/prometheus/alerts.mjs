// Each alert against a simulated history with its fault, and all of them against one without.
import { temporaryFolder } from '../components/index.mjs';
import { expectNone } from './claims.mjs';
import { END, startWithRecords, writeBlocks } from './history.mjs';
import { lib, version } from './manifests.mjs';

const HOUR = 3600;
const MARGIN = 60;
const STEP = 30;
const HEALTHY = 'healthy';

/** How long everything was well before a fault began. */
const PAST = 3 * HOUR;

const NOBODY = { values: {}, builtins: { releaseName: '', namespace: '' } };

function jobOf(namespace) {
  return `${namespace}/master-monitor`;
}

/** What the rules would know of the simulated installation. */
function installationIn(namespace) {
  const { literal } = lib('expr');
  return {
    selector: literal(`job="${jobOf(namespace)}"`),
    replicas: literal(2),
    memoryLimit: literal('512 * 1024^2'),
    isModelled: literal(true),
  };
}

function rulesOf(alert, namespace) {
  const { evaluate } = lib('expr');
  const { printQuery } = lib('promql');
  const installation = installationIn(namespace);
  return lib('mixin')
    .defaultRules(alert, installation)
    .map((rule) => {
      const text = printQuery(rule.query, { selector: installation.selector, window: '5m', histograms: 'classic' });
      return { ...rule, expr: evaluate(text, NOBODY), seconds: secondsOf(rule.for) };
    });
}

function secondsOf(duration) {
  const [, number, unit] = /^(\d+)([smhd])$/.exec(duration);
  return Number(number) * { s: 1, m: 60, h: HOUR, d: 24 * HOUR }[unit];
}

/** A fault that began just long enough ago; only the series that its alert reads. */
function historyOf([fault, { alert, lasts }]) {
  const { createSimulation } = lib('simulator');
  const { seriesOf } = lib('promql');
  const from = END - lasts - MARGIN;
  const only = [...new Set(rulesOf(alertCalled(alert), fault).flatMap(({ query }) => seriesOf(query)))];
  return {
    simulation: createSimulation({ start: from - PAST - HOUR, faults: [{ fault, from }] }),
    from: from - PAST,
    step: STEP,
    labels: { namespace: fault, job: jobOf(fault) },
    only,
  };
}

function alertCalled(name) {
  const found = version().mixin.profile.alerts.find((alert) => alert.name === name);
  if (found === undefined) throw new Error(`the simulator has a fault for ${name}, which is no alert`);
  return found;
}

function healthyHistory() {
  const from = END - 8 * HOUR;
  return {
    simulation: lib('simulator').createSimulation({ start: from - HOUR }),
    from,
    step: STEP,
    labels: { namespace: HEALTHY, job: jobOf(HEALTHY) },
  };
}

/** The recording rules that alerts read, for every namespace. */
function recordsOfAlerts() {
  const { evaluate } = lib('expr');
  const { printQuery, recordsOf } = lib('promql');
  const { profile, recordings } = version().mixin;
  const { defaultRules } = lib('mixin');
  const read = new Set(profile.alerts.flatMap((alert) => defaultRules(alert).flatMap(({ query }) => recordsOf(query))));
  return recordings
    .filter(({ record }) => read.has(record))
    .map(({ record, query }) => {
      const text = printQuery(query, { selector: '', window: '5m', histograms: 'classic' });
      return { record, expr: evaluate(text, NOBODY) };
    });
}

/** Whether the condition of a rule held at each moment of its duration: what makes Prometheus fire. */
async function fires(running, { expr, seconds }) {
  const { result } = await running.queryRange(expr, { start: END - seconds, end: END, step: STEP });
  const moments = Math.floor(seconds / STEP) + 1;
  return result.some(({ values }) => values.length === moments);
}

/** Each alert fires of its fault, none without one. */
export async function claimAlerts({ claim }, { title, name, prometheus: binary, promtool }) {
  const { FAULTS } = lib('simulator');
  const { alerts } = version().mixin.profile;
  const dataDir = temporaryFolder(`${name}-alerts`);
  const histories = [healthyHistory(), ...Object.entries(FAULTS).map(historyOf)];
  writeBlocks({ promtool, dataDir, histories });
  const records = recordsOfAlerts();
  const running = await startWithRecords({ binary, promtool, name, dataDir, records, from: END - 5 * HOUR });
  await claim(`${title}: each alert fires of a fault of the simulator`, async () => {
    const faults = Object.entries(FAULTS);
    const silent = [];
    for (const [fault, { alert }] of faults) {
      const results = await Promise.all(rulesOf(alertCalled(alert), fault).map((rule) => fires(running, rule)));
      if (!results.includes(true)) silent.push(`${alert} is silent with the fault ${fault}`);
    }
    const without = alerts.filter((alert) => !faults.some(([, fault]) => fault.alert === alert.name));
    expectNone([...silent, ...without.map((alert) => `${alert.name} has no fault`)], 'alerts');
    return `${faults.length} faults, ${alerts.length} alerts`;
  });
  await claim(`${title}: no alert fires of an installation without a fault`, async () => {
    const rules = alerts.flatMap((alert) => rulesOf(alert, HEALTHY).map((rule) => ({ alert, rule })));
    const loud = [];
    for (const { alert, rule } of rules) if (await fires(running, rule)) loud.push(`${alert.name}: ${rule.expr}`);
    expectNone(loud, 'alerts');
    return `${rules.length} rules`;
  });
  await running.stop();
}

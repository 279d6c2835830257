// A simulator that is scraped each second, once for each preset, and what comes of it.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, startPrometheus, temporaryFolder } from '../components/index.mjs';
import { eventually, expectNone } from './claims.mjs';
import { hasData, lib, objectsOf, queriesOf, recordsOf, scrapeOptionsOf, version } from './manifests.mjs';

const NAMESPACE = 'coder';

/** Ranges short enough for a test, long enough for a rate. */
const variables = (preset) => ({
  __rate_interval: '30s',
  __range: '1m',
  __interval: '5s',
  namespace: '.+',
  job: jobOf(preset),
  pod: '.+',
  instance: '.+',
});

function jobOf(preset) {
  return `coder/${preset}`;
}

/** One alert fires at once, so that panels of firing alerts have something to show. */
function valuesOf(preset) {
  const fires = { for: '0s', days: 100000 };
  return { metrics: { preset, rules: { job: jobOf(preset) }, alerts: { licenseExpiresSoon: fires } } };
}

/** Starts two simulated pods; a day old, so that counters are large. */
export async function startPods() {
  const ports = await freePorts(2);
  const pods = ports.map((port, i) => ({ name: `coder-${i}`, address: '127.0.0.1', port }));
  const clock = () => Date.now() / 1000;
  const wait = (seconds) => sleep(seconds * 1000, undefined, { ref: false });
  // Some panels show only what goes wrong.
  const faults = [{ fault: 'api-errors', from: clock() - 3600 }];
  const simulator = await lib('simulator').startSimulator({ pods, faults, start: clock() - 86400, clock, sleep: wait });
  return { pods, stop: () => simulator.stop() };
}

/** Starts a Prometheus that scrapes the pods once for each preset, and evaluates the rules of each. */
export async function startScraping({ binary, name, pods, presets }) {
  const folder = temporaryFolder(`${name}-rules`);
  const installations = presets.map((preset) => ({ preset, ...objectsOf(valuesOf(preset)) }));
  const ruleFiles = installations.map(({ preset, rules }) => writeRules(folder, preset, rules));
  const configText = JSON.stringify({
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: ruleFiles,
    scrape_configs: installations.map(({ preset, monitor }) => scrapeConfig(preset, monitor, pods)),
  });
  const prometheus = await startPrometheus({ binary, name, configText });
  return { prometheus, installations };
}

/** A group of its own interval would be evaluated minutes later for the first time. */
function writeRules(folder, preset, rules) {
  const file = path.join(folder, `${preset}.json`);
  const groups = rules.spec.groups.map(({ name, rules: list }) => ({ name, rules: list }));
  fs.writeFileSync(file, JSON.stringify({ groups }));
  return file;
}

function scrapeConfig(preset, monitor, pods) {
  const static_configs = pods.map(({ name, address, port }) => ({
    targets: [`${address}:${port}`],
    labels: { namespace: NAMESPACE, pod: name, container: 'coderd', endpoint: 'prom-coderd' },
  }));
  return { job_name: jobOf(preset), static_configs, ...scrapeOptionsOf(monitor) };
}

/** What must hold of what is scraped. */
export async function claimLive({ claim }, { title, prometheus, installations, pods }) {
  await claim(`${title} scrapes every pod`, () => expectScraped(prometheus, installations.length * pods.length));
  await claim(`${title} knows all metrics of the catalogue by their types`, () => expectTypes(prometheus));
  await claim(`${title} evaluates every rule`, () => expectHealthy(prometheus));
  await claim(`${title} shows a query without data, and one that is wrong, as such`, () => expectNoticed(prometheus));
  for (const { preset, rules, dashboards } of installations) {
    await claim(`${title}, ${preset}: every recording rule has a result`, () =>
      expectRecorded(prometheus, preset, rules),
    );
    await claim(`${title}, ${preset}: every panel has data`, () => expectPanels(prometheus, preset, dashboards));
    await claim(`${title}, ${preset}: every question of the shell is answered`, () =>
      expectAnswers(prometheus, preset),
    );
    await claim(`${title}, ${preset}: what is dropped is not there, what is kept is`, () =>
      expectKept(prometheus, preset),
    );
  }
}

async function expectScraped(prometheus, targets) {
  const problems = await eventually(async () => {
    const { result } = await prometheus.query('sum(up)');
    const found = Number(result[0]?.value[1] ?? 0);
    return found === targets ? [] : [`${found} of ${targets} targets answer`];
  });
  expectNone(problems, 'problems');
  return `${targets} targets`;
}

async function expectTypes(prometheus) {
  const names = lib('metrics').ownNames(version().metrics);
  const metadata = await prometheus.api('metadata');
  const wrong = names.flatMap((name) => {
    const { type, help } = version().metrics[name];
    const [found] = metadata[name] ?? [];
    if (found?.type === type && found.help === help) return [];
    return [`${name}: expected ${type}, got ${JSON.stringify(found)}`];
  });
  expectNone(wrong, 'metrics that differ');
  return `${names.length} metrics`;
}

async function expectHealthy(prometheus) {
  const rulesOf = async () => (await prometheus.api('rules')).groups.flatMap(({ rules }) => rules);
  const problems = await eventually(async () =>
    (await rulesOf())
      .filter(({ health }) => health !== 'ok')
      .map((rule) => `${rule.name}: ${rule.health} ${rule.lastError ?? ''}`),
  );
  expectNone(problems, 'rules that are not healthy');
  return `${(await rulesOf()).length} rules`;
}

async function expectRecorded(prometheus, preset, rules) {
  const queries = recordsOf(rules).map(({ record }) => ({ place: record, expr: `${record}{job="${jobOf(preset)}"}` }));
  return expectData(prometheus, queries);
}

async function expectPanels(prometheus, preset, dashboards) {
  return expectData(
    prometheus,
    dashboards.flatMap((dashboard) => queriesOf(dashboard, variables(preset))),
  );
}

async function expectData(prometheus, queries) {
  let missing = queries;
  const problems = await eventually(async () => {
    const found = await Promise.all(
      missing.map(async (query) => ({ query, answer: await answerTo(prometheus, query) })),
    );
    missing = found.filter(({ answer }) => answer !== '').map(({ query }) => query);
    return found
      .filter(({ answer }) => answer !== '')
      .map(({ query, answer }) => `${query.place}: ${answer}: ${query.expr}`);
  });
  expectNone(problems, 'queries without data');
  return `${queries.length} queries`;
}

async function answerTo(prometheus, { expr }) {
  try {
    return hasData(await prometheus.query(expr)) ? '' : 'no data';
  } catch (error) {
    return error.message;
  }
}

/** What people ask from the shell. */
async function expectAnswers(prometheus, preset) {
  const { ask, prometheusClient } = lib('query');
  const { subject } = version();
  const get = async (url) => {
    const response = await globalThis.fetch(url);
    return { status: response.status, body: await response.text() };
  };
  const client = prometheusClient(prometheus.url, get);
  const options = { selection: { job: jobOf(preset) }, histograms: preset === 'native' ? 'native' : 'classic' };
  const silent = [];
  for (const question of subject.questions) {
    const problem = await ask(subject, question, client, options).then(
      ({ rows }) => (rows.length > 0 ? '' : 'no rows'),
      (error) => error.message,
    );
    if (problem !== '') silent.push(`${question.name}: ${problem}`);
  }
  expectNone(silent, 'questions without an answer');
  return `${QUESTIONS.length} questions`;
}

/** The checks above must be able to fail. */
async function expectNoticed(prometheus) {
  const nothing = { place: 'nowhere', expr: 'coderd_metric_that_nobody_sends' };
  const answer = await answerTo(prometheus, nothing);
  if (answer !== 'no data') throw new Error(`expected no data, got "${answer}"`);
  const broken = await answerTo(prometheus, { ...nothing, expr: 'sum(' });
  if (broken === '' || broken === 'no data') throw new Error(`expected an error, got "${broken}"`);
}

async function expectKept(prometheus, preset) {
  const names = lib('metrics').ownNames(version().metrics);
  const { lean } = version().mixin.profile;
  const { result } = await prometheus.query(`count by (__name__) ({job="${jobOf(preset)}"})`);
  const found = new Set(result.map(({ metric }) => metric.__name__));
  const isThere = (name) => found.has(name) || found.has(`${name}_bucket`) || found.has(`${name}_count`);
  const dropped = preset === 'lean' ? lean.metrics : [];
  const wrong = names.filter((name) => isThere(name) === dropped.includes(name));
  const classic = preset === 'native' ? [...found].filter((name) => /^(coderd|go)_.*_bucket$/.test(name)) : [];
  expectNone([...wrong, ...classic], 'metrics that should not be so');
  return `${names.length - dropped.length} metrics`;
}

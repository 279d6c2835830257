// What must hold of an installation that is scraped.
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { ownNames } from '../../src/observability/metrics';
import type { Preset } from '../../src/observability/mixin';
import { ask, prometheusClient } from '../../src/observability/query';
import type { Prometheus } from '../components';
import { messageOf } from '../setup/index.cjs';
import { type Claims, expectNone } from './claims';
import { expectData } from './data';
import { type MonitoringObjects, queriesOf, recordsOf } from './manifests';
import type { Release } from './release';

const { metrics, mixin, subject } = DEFAULT_VERSION;

/** An installation with a preset. */
export interface Installation extends MonitoringObjects {
  readonly preset: Preset;
}

/** The job that its pods are scraped as. */
export function jobOf(preset: Preset): string {
  return `coder/${preset}`;
}

/** Ranges short enough for a test, long enough for a rate. */
const variables = (preset: Preset): Readonly<Record<string, string>> => ({
  __rate_interval: '30s',
  __range: '1m',
  __interval: '5s',
  namespace: '.+',
  job: jobOf(preset),
  pod: '.+',
  instance: '.+',
});

interface Scraped {
  readonly prometheus: Prometheus;
  readonly installation: Installation;
}

export async function claimInstallation(
  { claim }: Claims,
  { title: release }: Release,
  { prometheus, installation }: Scraped,
): Promise<void> {
  const { preset, rules, dashboards } = installation;
  const title = `${release}, ${preset}`;
  const job = jobOf(preset);
  await claim(`${title}: every recording rule has a result`, () =>
    expectData(
      prometheus,
      recordsOf(rules).map(({ record }) => ({ place: record, expr: `${record}{job="${job}"}` })),
    ),
  );
  await claim(`${title}: every panel has data`, () =>
    expectData(
      prometheus,
      dashboards.flatMap((dashboard) => queriesOf(dashboard, variables(preset))),
    ),
  );
  await claim(`${title}: every question of the shell is answered`, () => expectAnswers(prometheus, preset));
  await claim(`${title}: what is dropped is not there, what is kept is`, () => expectKept(prometheus, preset));
}

/** What people ask from the shell. */
async function expectAnswers({ url }: Prometheus, preset: Preset): Promise<string> {
  const client = prometheusClient(url, async (address) => {
    const response = await fetch(address);
    return { status: response.status, body: await response.text() };
  });
  const options = {
    selection: { job: jobOf(preset) },
    histograms: preset === 'native' ? 'native' : 'classic',
  } as const;
  const silent: string[] = [];
  for (const question of subject.questions) {
    const problem = await ask(subject, question, client, options).then(
      ({ rows }) => (rows.length > 0 ? '' : 'no rows'),
      messageOf,
    );
    if (problem !== '') silent.push(`${question.name}: ${problem}`);
  }
  expectNone(silent, 'questions without an answer');
  return `${subject.questions.length} questions`;
}

async function expectKept(prometheus: Prometheus, preset: Preset): Promise<string> {
  const series = await prometheus.series(`count by (__name__) ({job="${jobOf(preset)}"})`);
  const names = ownNames(metrics);
  const found = new Set(series.map(({ metric }) => metric['__name__']));
  const isThere = (name: string): boolean => ['', '_bucket', '_count'].some((suffix) => found.has(name + suffix));
  const dropped = preset === 'lean' ? mixin.profile.lean.metrics : [];
  const wrong = names.filter((name) => isThere(name) === dropped.includes(name));
  const classic = [...found].flatMap((name = '') => (/^(coderd|go)_.*_bucket$/.test(name) ? [name] : []));
  expectNone([...wrong, ...(preset === 'native' ? classic : [])], 'metrics that should not be so');
  return `${names.length - dropped.length} metrics`;
}

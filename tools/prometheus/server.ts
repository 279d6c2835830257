// What must hold of a Prometheus as a whole.
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { type Catalogue, ownNames } from '../../src/observability/metrics';
import type { PrometheusClient } from '../components';
import { type Read, fields, listOf, mapOf, optional, text } from '../read';
import { type Claims, eventually, expectNone } from './claims';
import { answerTo } from './data';
import type { Release } from './release';
import { expectScraped } from './scrapes';

const metrics: Catalogue = DEFAULT_VERSION.metrics;
const metadata = mapOf(listOf(fields({ type: text, help: text })));
const rule = fields({ name: text, health: text, lastError: optional(text) });
const ruleGroups = fields({ groups: listOf(fields({ rules: listOf(rule) })) });

/** A Prometheus, and how many targets it has. */
interface Scraping {
  readonly prometheus: PrometheusClient;
  readonly targets: number;
}

export async function claimPrometheus(
  { claim }: Claims,
  { title }: Release,
  { prometheus, targets }: Scraping,
): Promise<void> {
  await claim(`${title} scrapes every pod`, async () => {
    await expectScraped(prometheus, targets);
    return `${targets} targets`;
  });
  await claim(`${title} knows all metrics of the catalogue by their types`, () => expectTypes(prometheus));
  await claim(`${title} evaluates every rule`, () => expectHealthy(prometheus));
  await claim(`${title} shows a query without data, and one that is wrong, as such`, () => expectNoticed(prometheus));
}

async function expectTypes(prometheus: PrometheusClient): Promise<string> {
  const known = metadata(await prometheus.api('metadata'), 'metadata');
  const names = ownNames(metrics);
  const wrong = names.flatMap((name) => {
    const { type, help } = metrics[name] ?? {};
    const found = known[name]?.[0];
    if (found !== undefined && found.type === type && found.help === help) return [];
    return [`${name}: expected ${type ?? 'a type'}, got ${JSON.stringify(found)}`];
  });
  expectNone(wrong, 'metrics that differ');
  return `${names.length} metrics`;
}

async function expectHealthy(prometheus: PrometheusClient): Promise<string> {
  const problems = await eventually(async () => {
    const ill = (await rulesIn(prometheus)).filter(({ health }) => health !== 'ok');
    return ill.map(({ name, health, lastError = '' }) => `${name}: ${health} ${lastError}`);
  });
  expectNone(problems, 'rules that are not healthy');
  return `${(await rulesIn(prometheus)).length} rules`;
}

async function rulesIn(prometheus: PrometheusClient): Promise<readonly Read<typeof rule>[]> {
  return ruleGroups(await prometheus.api('rules'), 'rules').groups.flatMap(({ rules }) => rules);
}

/** The checks for data must be able to fail. */
async function expectNoticed(prometheus: PrometheusClient): Promise<undefined> {
  const answer = await answerTo(prometheus, 'coderd_metric_that_nobody_sends');
  if (answer !== 'no data') throw new Error(`expected no data, got "${answer}"`);
  const broken = await answerTo(prometheus, 'sum(');
  if (broken === '' || broken === 'no data') throw new Error(`expected an error, got "${broken}"`);
}

import type { PrometheusClient } from '../../components';
import { type Read, type Reader, fields, listOf, mapOf, optional, text } from '../../read';

// Questions to Prometheus besides queries. Each throws an error of one line when it does not answer as documented.

const target = fields({ labels: mapOf(text), scrapeUrl: text, health: text, lastScrape: text });
export type Target = Read<typeof target>;

export async function activeTargets(prometheus: PrometheusClient): Promise<readonly Target[]> {
  return (await ask(prometheus, 'targets', fields({ activeTargets: listOf(target) }))).activeTargets;
}

const rule = fields({ name: text, query: text, health: text, lastError: optional(text) });
const group = fields({ name: text, rules: listOf(rule) });
export type RuleGroup = Read<typeof group>;

export async function ruleGroups(prometheus: PrometheusClient): Promise<readonly RuleGroup[]> {
  return (await ask(prometheus, 'rules', fields({ groups: listOf(group) }))).groups;
}

const alert = fields({ state: text, labels: fields({ alertname: text }) });

/** The names of the alerts that fire. */
export async function firingAlerts(prometheus: PrometheusClient): Promise<readonly string[]> {
  const { alerts } = await ask(prometheus, 'alerts', fields({ alerts: listOf(alert) }));
  return alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname);
}

/** The type of each metric, as its first target says. */
export async function metricTypes(prometheus: PrometheusClient): Promise<Readonly<Record<string, string>>> {
  const found = await ask(prometheus, 'metadata', mapOf(listOf(fields({ type: text }))));
  return Object.fromEntries(Object.entries(found).map(([name, facts]) => [name, facts[0]?.type ?? '']));
}

/** The names of all series. */
export function namesOfSeries(prometheus: PrometheusClient): Promise<readonly string[]> {
  return ask(prometheus, 'label/__name__/values', listOf(text));
}

/** The configuration that it runs. */
export async function configuration(prometheus: PrometheusClient): Promise<string> {
  return (await ask(prometheus, 'status/config', fields({ yaml: text }))).yaml;
}

async function ask<T>(prometheus: PrometheusClient, path: string, reader: Reader<T>): Promise<T> {
  return reader(await prometheus.api(path), path);
}

import { and, equals, hasItem, isSet, literalOf, namedItems, nonEmpty, not, or } from '../../engine/expr';
import type { Handles, ValueWarning } from '../../engine/values';
import type { CoderdFacts } from '../versions';
import type { CoderValues } from './declaration';

/** What the notes of the chart, the commands and an app that is synthesized say of values that are no mistake in themselves. */
export function coderWarnings(values: Handles<CoderValues>, version: CoderdFacts): readonly ValueWarning[] {
  return [databaseWarning(values, version), scrapeWarning(values, version)];
}

/** The warnings that hold for certain. */
export function knownWarnings(values: Handles<CoderValues>, version: CoderdFacts): readonly string[] {
  return coderWarnings(values, version).flatMap(({ when, text }) => {
    const known: unknown = literalOf(when);
    return known === true ? [text] : [];
  });
}

/** What comes by `envFrom` is known in the cluster alone. */
function databaseWarning(values: Handles<CoderValues>, { database }: CoderdFacts): ValueWarning {
  const { coderd } = values;
  const isSaid = [namedItems(coderd.env), coderd.extraEnv].map((list) => hasItem(list, 'name', database.host));
  return {
    when: and(coderd.enabled, not(or(isSet(values.database.host), ...isSaid, nonEmpty(coderd.envFrom)))),
    text: 'values.database.host: coderd cannot start, since no database is set: set host, user, name and passwordSecret of database; or all of it by coderd.envFrom',
  };
}

/** A target would be down without a word in the cluster. */
function scrapeWarning(
  { coderd, metrics, networkPolicies }: Handles<CoderValues>,
  { ports }: CoderdFacts,
): ValueWarning {
  const { enabled, monitoringNamespaces, extraIngress } = networkPolicies.coderd;
  return {
    when: and(
      coderd.enabled,
      enabled,
      not(equals(metrics.monitor.kind, 'None')),
      not(or(nonEmpty(monitoringNamespaces), nonEmpty(extraIngress))),
    ),
    text: `values.networkPolicies.coderd.monitoringNamespaces: Prometheus cannot scrape coderd, since the NetworkPolicy lets nobody reach port ${String(ports.metrics.containerPort)}: name the namespace of Prometheus, or set metrics.monitor.kind to None`,
  };
}

import { type Expr, and, equals, hasItem, isSet, literalOf, namedItems, nonEmpty, not, or } from '../../engine/expr';
import type { Handles, ValueWarning } from '../../engine/values';
import type { CoderdFacts, SettingName } from '../versions';
import { envFromOf } from './by-name';
import type { CoderValues } from './declaration';

type Values = Handles<CoderValues>;

/** What the notes of the chart, the commands and an app that is synthesized say of values that are no mistake in themselves. */
export function coderWarnings(values: Values, version: CoderdFacts): readonly ValueWarning[] {
  return [
    certificateWarning(values, version),
    scrapeWarning(values, version),
    autoscalingWarning(values),
    databaseWarning(values, version),
    evaluationWarning(values),
  ];
}

/** The warnings that hold for certain. */
export function knownWarnings(values: Values, version: CoderdFacts): readonly string[] {
  return coderWarnings(values, version).flatMap(({ when, text }) => {
    const known: unknown = literalOf(when);
    return known === true ? [text] : [];
  });
}

function databaseWarning(values: Values, version: CoderdFacts): ValueWarning {
  const { coderd, database, evaluationDatabase } = values;
  const isThere = or(evaluationDatabase.enabled, isSet(database.host), mayHave('database.host', values, version));
  return {
    when: and(coderd.enabled, not(isThere)),
    text: 'values.database.host: coderd cannot start, since no database is set: set host, user, name and passwordSecret of database; or all of it by coderd.envFrom',
  };
}

/** Nobody would answer on the port. */
function certificateWarning(values: Values, version: CoderdFacts): ValueWarning {
  const { coderd, service, tls } = values;
  const hasCertificate = or(
    isSet(tls.secretName),
    isSet(tls.devurlsSecretName),
    mayHave('tls#certificates', values, version),
  );
  return {
    when: and(coderd.enabled, service.enabled, service.https.enabled, not(hasCertificate)),
    text: 'values.service.https.enabled: coderd does not serve HTTPS, since it has no certificate: set tls.secretName, or set service.https.enabled to false',
  };
}

/** Whether coderd may get a variable from the environment that the user gives; what comes by `envFrom` is known in the cluster alone. */
function mayHave(setting: SettingName, { coderd }: Values, { environment }: CoderdFacts): Expr<boolean> {
  const names = environment.flatMap((of) => ('setting' in of && of.setting === setting ? [of.name] : []));
  const lists = [namedItems(coderd.env), coderd.extraEnv];
  const isGiven = lists.flatMap((list) => names.map((name) => hasItem(list, 'name', name)));
  return or(...isGiven, nonEmpty(envFromOf(coderd)));
}

function evaluationWarning({ coderd, evaluationDatabase }: Values): ValueWarning {
  return {
    when: and(coderd.enabled, evaluationDatabase.enabled),
    text: 'values.evaluationDatabase.enabled: for trials only, since this database is one pod without backups: for production, set database.host',
  };
}

/** A target would be down without a word in the cluster. */
function scrapeWarning({ coderd, metrics, networkPolicies }: Values, { ports }: CoderdFacts): ValueWarning {
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

/** Coder's documentation says so. */
function autoscalingWarning({ autoscaling, coderd }: Values): ValueWarning {
  return {
    when: and(coderd.enabled, autoscaling.enabled),
    text: 'values.autoscaling.enabled: Coder does not recommend an autoscaler for coderd, since it leads to errors with workspace builds: give pods more in coderd.resources, or set coderd.replicas',
  };
}

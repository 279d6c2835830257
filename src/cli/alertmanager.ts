import { DEFAULT_VERSION } from '../coder/versions';
import { type Files, printYaml, writeDirectory } from '../engine/output';
import { type InhibitRule, inhibitRules } from '../observability/mixin';
import { parse, textOf } from './arguments';
import { clusterLabelOf } from './cluster-label';
import { RELEASE_OPTIONS, type Release, readRelease } from './release';
import { report } from './report';
import { rulesOfRelease } from './rules-of-release';

/** Writes what Alertmanager needs to call once for one event, and an example of who is called how. */
export function alertmanager(args: readonly string[]): readonly string[] {
  const { values: options } = parse(args, {
    ...RELEASE_OPTIONS,
    out: { type: 'string', short: 'o', default: 'alertmanager' },
    'cluster-label': { type: 'string', default: 'cluster' },
  });
  const release = readRelease(options, DEFAULT_VERSION.names);
  const files = alertmanagerFiles(release, clusterLabelOf(options['cluster-label']));
  const out = textOf(options['out']);
  return [report(out, files, writeDirectory(out, files))];
}

/**
 * A configuration of Alertmanager, and the same for the namespace of the release as an object of the Prometheus Operator.
 *
 * @throws ValuesError when a value is refused.
 */
export function alertmanagerFiles(release: Omit<Release, 'out'>, clusterLabel = 'cluster'): Files {
  const rules = rulesOfRelease(release);
  const inhibit = inhibitRules(DEFAULT_VERSION.mixin, { rules, clusterLabel });
  return new Map([
    ['alertmanager.yaml', `${HEAD}${printYaml(configuration(inhibit, clusterLabel))}`],
    [
      'AlertmanagerConfig.yaml',
      `${OBJECT_HEAD}${printYaml(object(inhibit, { name: rules.name, namespace: release.placement.namespace, clusterLabel }))}`,
    ],
  ]);
}

const HEAD = `# For Alertmanager 0.22 or later. inhibit_rules are generated: copy them. The rest is an example: give the receivers what calls you.
`;

const OBJECT_HEAD = `# For the Prometheus Operator, which adds that the alerts are of this namespace. inhibitRules are generated; give the receivers what calls you.
`;

const RECEIVERS = ['nobody', 'coder-tell', 'coder-wake'].map((name) => ({ name }));

const OURS = `alertname=~"${DEFAULT_VERSION.mixin.profile.alertPrefix}.+"`;

/** What is told by day, but for some severities. */
const TELL = { matchers: [OURS], receiver: 'coder-tell', again: '1d' };
const OTHERS = [
  { matchers: ['severity="critical"'], receiver: 'coder-wake', again: '1h' },
  { matchers: ['severity="info"'], receiver: 'nobody', again: '1d' },
];

/** @see https://prometheus.io/docs/alerting/latest/configuration/ */
function configuration(inhibit: readonly InhibitRule[], clusterLabel: string): object {
  const route = ({ matchers, receiver, again }: typeof TELL): object => ({
    matchers,
    receiver,
    repeat_interval: again,
  });
  const ours = { ...route(TELL), group_by: groupingOf(clusterLabel), routes: OTHERS.map(route) };
  return { route: { receiver: 'nobody', routes: [ours] }, receivers: RECEIVERS, inhibit_rules: inhibit };
}

/** What the object is about. */
interface Named {
  readonly name: string;
  readonly namespace: string;
  readonly clusterLabel: string;
}

/** @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.AlertmanagerConfig */
function object(inhibit: readonly InhibitRule[], { name, namespace, clusterLabel }: Named): object {
  const route = ({ matchers, receiver, again }: typeof TELL): object => ({
    matchers: matchers.map(matcherOf),
    receiver,
    repeatInterval: again,
  });
  return {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: { name, namespace },
    spec: {
      route: { ...route(TELL), groupBy: groupingOf(clusterLabel), routes: OTHERS.map(route) },
      receivers: RECEIVERS,
      inhibitRules: inhibit.map(({ source_matchers: source, target_matchers: target, equal }) => ({
        sourceMatch: source.map(matcherOf),
        targetMatch: target.map(matcherOf),
        equal,
      })),
    },
  };
}

function groupingOf(clusterLabel: string): readonly string[] {
  return [clusterLabel, 'namespace', 'job'];
}

/** A matcher as the Operator has it. */
interface Matcher {
  readonly name: string;
  readonly matchType: string;
  readonly value: string;
}

const MATCHER = /^(\w+)(=~|!=|=)"(.*)"$/;

function matcherOf(text: string): Matcher {
  const [, name = '', matchType = '', value = ''] = MATCHER.exec(text) ?? [];
  return { name, matchType, value };
}

import {
  type Expr,
  type Units,
  and,
  atMost,
  equals,
  hasItem,
  interpolate,
  isSet,
  nonEmpty,
  not,
  or,
} from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderdFacts } from '../versions';
import type { CoderValues } from './declaration';
import { IDENTITY_LABELS, POD_LABELS } from './job-labels';
import { exposureRules } from './exposure-rules';
import { networkRules } from './network-rules';
import { podRules } from './pod-rules';
import { scalingRules } from './scaling-rules';
import { settingRules } from './setting-rules';
import { shown } from './shown';

type Values = Handles<CoderValues>;

/** Units of Prometheus, in milliseconds. */
const DURATIONS: Units = {
  ...{ ms: '1', s: '1000', m: '60000', h: '3600000' },
  ...{ d: '86400000', w: '604800000', y: '31536000000' },
};

/** What each reader of the output asks of values together: the API server of Kubernetes, the Prometheus Operator, and the rules themselves. */
export function coderRules(values: Values, version: CoderdFacts): readonly ValueRule[] {
  return [...deployed(values, version), ...scrapeRules(values), ...jobRules(values), ...dashboardRules(values)];
}

/** Rules about what is only made where coderd is deployed. */
function deployed(values: Values, version: CoderdFacts): readonly ValueRule[] {
  const rules = [
    ...accountRules(values, version),
    ...portRules(values),
    ...familyRules(values),
    ...podRules(values, version),
    ...scalingRules(values),
    ...networkRules(values),
    ...exposureRules(values, version),
    ...settingRules(values, version),
  ];
  return rules.map((rule) => ({ ...rule, broken: and(values.coderd.enabled, rule.broken) }));
}

/** The Role of coderd, which reads every Secret, would be everybody's, as Kubernetes runs pods as `default`; or every workspace's. */
function accountRules({ serviceAccount }: Values, { names: { workspaces } }: CoderdFacts): readonly ValueRule[] {
  return [
    {
      path: 'serviceAccount.name',
      broken: and(not(serviceAccount.create), not(isSet(serviceAccount.name))),
      expected: 'the name of a ServiceAccount that exists, since serviceAccount.create is false',
      got: '""',
    },
    {
      path: 'serviceAccount.name',
      broken: equals(serviceAccount.name, workspaces),
      expected: 'another name than that of the account of workspaces, which must not get the permissions of coderd',
      got: `"${workspaces}"`,
    },
  ];
}

function portRules({ service }: Values): readonly ValueRule[] {
  const { http, https } = service;
  const both = and(service.enabled, https.enabled);
  const nodePorts = and(not(equals(service.type, 'ClusterIP')), isSet(http.nodePort));
  return [
    {
      path: 'service.https.port',
      broken: and(both, equals(shown(http.port), shown(https.port))),
      expected: 'another port than service.http.port',
      got: shown(https.port),
    },
    {
      path: 'service.https.nodePort',
      broken: and(both, nodePorts, equals(shown(http.nodePort), shown(https.nodePort))),
      expected: 'another port than service.http.nodePort',
      got: shown(https.nodePort),
    },
  ];
}

/** One family for each address that a Service has. */
function familyRules({ service }: Values): readonly ValueRule[] {
  const both = and(hasItem(service.ipFamilies, '', 'IPv4'), hasItem(service.ipFamilies, '', 'IPv6'));
  return [
    {
      path: 'service.ipFamilies',
      broken: and(
        service.enabled,
        or(not(isSet(service.ipFamilyPolicy)), equals(service.ipFamilyPolicy, 'SingleStack')),
        both,
      ),
      expected: 'one family, since service.ipFamilyPolicy is neither PreferDualStack nor RequireDualStack',
      got: 'two',
    },
  ];
}

/** What the rates of the rules look back, of which they need two samples. */
const RATE_WINDOW = '5m';
const LONGEST_INTERVAL = '2m';

/** The Operator refuses a monitor whose timeout is above its interval; rules must be able to fire with both. */
function scrapeRules(values: Values): readonly ValueRule[] {
  const { metrics } = values;
  const { interval, scrapeTimeout, kind } = metrics.monitor;
  const isWatched = and(not(equals(kind, 'None')), metrics.rules.enabled);
  return [
    {
      path: 'metrics.monitor.interval',
      broken: and(isWatched, isSet(interval), not(atMost(interval, LONGEST_INTERVAL, DURATIONS))),
      expected: `at most ${LONGEST_INTERVAL}, since the rules compute rates over ${RATE_WINDOW} (or set metrics.rules.enabled to false)`,
      got: interval,
    },
    ...slowScrapeRules(values, isWatched),
    {
      path: 'metrics.monitor.scrapeTimeout',
      broken: and(
        not(equals(kind, 'None')),
        isSet(interval),
        isSet(scrapeTimeout),
        not(atMost(scrapeTimeout, interval, DURATIONS)),
      ),
      expected: interpolate`at most metrics.monitor.interval, which is ${interval}`,
      got: scrapeTimeout,
    },
  ];
}

/** A scrape never takes longer than Prometheus waits. A derived chart may have no such alert. */
function slowScrapeRules({ metrics }: Values, isWatched: Expr<boolean>): readonly ValueRule[] {
  const { scrapeTimeout } = metrics.monitor;
  const slow = metrics.alerts['scrapeSlow'];
  if (slow === undefined) return [];
  const seconds = slow['seconds'] as Expr<number>;
  // Of a timeout of 0, Prometheus makes its default.
  const isDeaf = and(
    not(atMost(scrapeTimeout, '0s', DURATIONS)),
    atMost(scrapeTimeout, interpolate`${seconds}s`, DURATIONS),
  );
  return [
    {
      path: 'metrics.alerts.scrapeSlow.seconds',
      broken: and(isWatched, slow.enabled, isSet(scrapeTimeout), isDeaf),
      expected: interpolate`less than metrics.monitor.scrapeTimeout, which is ${scrapeTimeout}, since no scrape takes longer (or set metrics.alerts.scrapeSlow.enabled to false)`,
      got: interpolate`${seconds}`,
    },
  ];
}

/** With another job than that of the monitor, rules without `job` would find no metrics. */
function jobRules(values: Values): readonly ValueRule[] {
  const { coderd, metrics } = values;
  const { rules, monitor } = metrics;
  const rule = (reason: string, isOther: Expr<boolean>): ValueRule => ({
    path: 'metrics.rules.job',
    broken: and(rules.enabled, not(isSet(rules.job)), isOther),
    expected: `the label job of the metrics, since ${reason} (or set metrics.rules.enabled to false)`,
    got: '""',
  });
  return [
    rule('metrics.monitor.kind is None', equals(monitor.kind, 'None')),
    rule(
      'the ServiceMonitor finds a Service of another chart',
      and(not(coderd.enabled), equals(monitor.kind, 'ServiceMonitor')),
    ),
    rule(
      'metrics.monitor.jobLabel names no label that this chart sets itself',
      and(not(equals(monitor.kind, 'None')), isSet(monitor.jobLabel), not(isOwnLabel(values))),
    ),
    rule(
      'a relabeling writes the label job',
      and(not(equals(monitor.kind, 'None')), or(writesJob(monitor.relabelings), writesJob(monitor.metricRelabelings))),
    ),
  ];
}

/** Then the rules know its value. */
function isOwnLabel({ coderd, metrics: { monitor } }: Values): Expr<boolean> {
  const isOneOf = (labels: readonly string[]): Expr<boolean> =>
    or(...labels.map((label) => equals(monitor.jobLabel, label)));
  const ofPods = and(equals(monitor.kind, 'PodMonitor'), isOneOf(POD_LABELS));
  return and(coderd.enabled, or(isOneOf(IDENTITY_LABELS), ofPods));
}

function writesJob(relabelings: Expr<readonly never[]>): Expr<boolean> {
  return hasItem(relabelings, 'targetLabel', 'job');
}

/** A chart cannot make as many objects as there are dashboards: they are in one ConfigMap, or, for the kind None, in the files of a command. */
function dashboardRules({ metrics: { dashboards } }: Values): readonly ValueRule[] {
  return [
    {
      path: 'metrics.dashboards.extra',
      broken: and(equals(dashboards.kind, 'GrafanaDashboard'), nonEmpty(dashboards.extra)),
      expected: 'none, since metrics.dashboards.kind is GrafanaDashboard (or set it to ConfigMap)',
      got: 'some',
    },
  ];
}

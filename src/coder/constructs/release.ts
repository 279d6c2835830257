import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { type Value, readFields, requireGiven, requireMap, toExpr } from '../../engine/expr';
import { type ValuesFile, checkPlacement, concreteHandles } from '../../engine/values';
import type { AlertThresholds, Mixin, NoAlerts } from '../../observability/mixin';
import { coderValues } from '../values';
import { type CoderdVersion, DEFAULT_VERSION, watchedBy } from '../versions';
import { coderNames } from './names';
import type { PartProps } from './part';
import { checkObservability, checkVersion } from './version';

/** Which coderd, what it is called, and how it is watched. */
export interface CoderReleaseProps<Own extends AlertThresholds = NoAlerts> {
  /**
   * Name of the release: what `helm install NAME` would say. Object names start with it, unless it is `coder`.
   *
   * @default 'coder'
   */
  readonly releaseName?: Value<string> | undefined;

  /**
   * Namespace of every object.
   *
   * @default - the chart's namespace, or `coder`
   */
  readonly namespace?: Value<string> | undefined;

  /**
   * Version of coderd: its image, ports, metrics, alerts and dashboards.
   *
   * @default - coderd 1.36
   */
  readonly version?: CoderdVersion | undefined;

  /**
   * Alerts, recording rules and dashboards. Change those of a version, for example with `CODERD_1_36.mixin.with({ alerts: [mine] })`; the
   * settings of added alerts are then props beside the others.
   *
   * @default - those of the version
   */
  readonly observability?: Mixin<'Coderd', Own> | undefined;
}

type Named = CoderReleaseProps<AlertThresholds>;

/** Refuses a place in the tree of constructs that only a program without types gives. */
export function requireScope(construct: string, scope: unknown, id: unknown): void {
  requireGiven(Construct.isConstruct(scope), `${construct}: scope`, 'a construct in a chart', scope);
  requireGiven(typeof id === 'string' && id !== '', `${construct}: id`, 'a text', id);
}

/**
 * What the parts are made of, for props; the chart has the last word on the namespace.
 *
 * @param valuesOf the values of the chart that the other props are
 * @throws ValuesError when a value is refused.
 */
export function partOf<P extends Named>(
  scope: Construct,
  props: P,
  valuesOf: (others: Omit<P, keyof Named>) => ValuesFile,
): PartProps {
  requireMap('props', props);
  const read = readFields('props', props);
  const { releaseName: _, namespace: __, version: base = DEFAULT_VERSION, observability, ...others } = read;
  const version = versionOf(base, observability);
  const { names } = version;
  const { releaseName = names.release, namespace = Chart.of(scope).namespace ?? names.namespace } = read;
  const values = concreteHandles(coderValues(version), valuesOf(others));
  checkPlacement({ releaseName, namespace });
  const placement = { releaseName: toExpr(releaseName), namespace: toExpr(namespace) };
  return { values, names: coderNames(values, placement, version), version };
}

function versionOf(base: CoderdVersion, observability: Named['observability']): CoderdVersion {
  checkVersion(base);
  if (observability === undefined) return base;
  checkObservability(observability);
  return watchedBy(base, observability);
}

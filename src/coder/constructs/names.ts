import type { CoderdVersion } from '../versions';
import {
  type Expr,
  type Placement,
  builtin,
  equals,
  firstNonEmpty,
  ifElse,
  interpolate,
  isConcrete,
  isSet,
  literal,
  namedTemplate,
  shortenName,
} from '../../engine/expr';
import type { CoderHandles } from './handles';

/** Kubernetes limits most names, and all label values, to this length. */
const MAX_NAME = 63;

/** Names of the objects of one release, and the labels that tell them from those of others. */
export interface CoderNames {
  /** Name of the release, as Helm has it. */
  readonly release: Expr<string>;
  /** Namespace of the release. */
  readonly namespace: Expr<string>;
  /** Value of `app.kubernetes.io/name`. */
  readonly application: Expr<string>;
  /** Deployment and Service; also the label values that selectors use. */
  readonly workload: Expr<string>;
  /** ServiceAccount, Role and RoleBinding. */
  readonly access: Expr<string>;
  /** The ServiceAccount that coderd runs under. */
  readonly serviceAccount: Expr<string>;
  /** The ServiceAccount under which coderd runs workspaces: coderd asks for it by this name, whatever the release is called. */
  readonly workspaces: Expr<string>;
  /** The NetworkPolicy of workspaces; that of coderd is called as the Deployment. */
  readonly isolation: Expr<string>;
  /** Role and RoleBinding in another namespace: releases of several namespaces may meet there. */
  readonly accessElsewhere: Expr<string>;
  /** The NetworkPolicy of workspaces in another namespace. */
  readonly isolationElsewhere: Expr<string>;
  /** All that belongs to the database for trials. */
  readonly database: Expr<string>;
  /** The Ingress; the HTTPRoute and the Certificate of the host of Coder are called as the Service. */
  readonly ingress: Expr<string>;
  /** The Certificate of the hosts of dev URLs. */
  readonly devurls: Expr<string>;
  /** The PodMonitor or ServiceMonitor. */
  readonly monitor: Expr<string>;
  /** Headless Service that a ServiceMonitor needs. */
  readonly metricsService: Expr<string>;
  /** The PrometheusRule, and the ConfigMap of the rule files. */
  readonly rules: Expr<string>;
  /** The PrometheusRule with rules of the user. */
  readonly extraRules: Expr<string>;
  /** The object of a dashboard. */
  readonly dashboard: (id: string) => Expr<string>;
}

/**
 * Names the objects of a release. One called `coder` gets the names of Coder's own chart; any other puts its name in front, with its alias where a parent chart gives it one, so that
 * two releases in a namespace meet in the account of workspaces alone. A name that would be too long is cut and ends in a hash of the whole.
 */
export function coderNames(
  values: CoderHandles,
  placement: Placement<Expr<string>>,
  version: CoderdVersion,
): CoderNames {
  const own = version.names;
  const prefix = namedTemplate(
    'prefix',
    firstNonEmpty(values.fullnameOverride, installationName(placement.releaseName)),
  );
  const isOwn = equals(prefix, own.release);
  const qualified = (name: string): Expr<string> =>
    shortenName(ifElse(isOwn, name, interpolate`${prefix}-${name}`), MAX_NAME);
  const access = namedTemplate('accessName', qualified(own.access));
  const isolation = qualified(own.isolation);
  // A namespace has no dot, so that the last one tells where it begins.
  const elsewhere = (name: Expr<string>): Expr<string> =>
    shortenName(interpolate`${name}.${placement.namespace}`, MAX_NAME);
  return {
    release: placement.releaseName,
    namespace: placement.namespace,
    application: namedTemplate('name', firstNonEmpty(values.nameOverride, own.release)),
    workload: namedTemplate('fullname', qualified(own.workload)),
    access,
    serviceAccount: namedTemplate('serviceAccountName', firstNonEmpty(values.serviceAccount.name, access)),
    workspaces: literal<string>(own.workspaces),
    isolation,
    accessElsewhere: elsewhere(access),
    isolationElsewhere: elsewhere(isolation),
    database: namedTemplate('databaseName', qualified(own.database)),
    ingress: qualified(own.ingress),
    devurls: qualified(`${own.workload}-devurls`),
    monitor: namedTemplate('monitorName', qualified(own.monitor)),
    metricsService: namedTemplate('metricsServiceName', qualified(own.metricsService)),
    rules: qualified(own.rules),
    extraRules: qualified(`${own.rules}-extra`),
    dashboard: (id) => qualified(`${own.dashboards}-${id}`),
  };
}

/** A parent chart may have the chart twice in one release: then the alias tells the two apart. */
function installationName(releaseName: Expr<string>): Expr<string> {
  if (isConcrete(releaseName)) return releaseName;
  const alias = builtin('alias');
  return ifElse(isSet(alias), interpolate`${releaseName}-${alias}`, releaseName);
}

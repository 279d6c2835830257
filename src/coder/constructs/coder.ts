import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { asText, when } from '../../engine/border';
import { type CoderdVersion, DEFAULT_VERSION } from '../versions';
import { coderValues } from '../values';
import { type Expr, type Value, and, equals, not, or, toExpr } from '../../engine/expr';
import { checkValues, concreteHandles } from '../../engine/values';
import { CoderdAccess } from './access';
import type { CoderValuesProps } from './coder-values-props';
import { CoderdDashboards } from './dashboards';
import { CoderdDeployment } from './deployment';
import { jobOf } from './installation';
import type { PartProps } from './part';
import { CoderdPodMonitor, CoderdServiceMonitor } from './monitors';
import { coderNames } from './names';
import { ObjectNames } from './object-names';
import { checkPlacement } from './placement';
import { PlusHandles, type PlusPods, type PlusServiceAccount } from './plus';
import { CoderdRules } from './rules';
import { CoderdMetricsService, CoderdService } from './services';
import { refuseTwin, rememberNames } from './twins';

/** Props of `Coder`: every value of the Helm chart, and where the release goes. */
export interface CoderProps extends CoderValuesProps {
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
}

/** Objects of Coder that others may want to change. */
type Part = 'deployment' | 'service' | 'podMonitor' | 'serviceMonitor' | 'rules';

/**
 * Coder's control plane: coderd 1.36, its Services, its permissions and its monitoring. Works in any cdk8s `App`, and in a Helm chart of your own.
 *
 * @throws ValuesError when a value is refused; the message names its path, what is allowed and what was given.
 * @throws Error when the chart has a `Coder` whose objects have the same names.
 */
export class Coder extends Construct {
  /** Names of its objects. */
  readonly names: ObjectNames;

  /** The dashboards, as ConfigMaps or as objects of the Grafana Operator; empty where `metrics.dashboards.kind` is `None`. */
  readonly dashboards: readonly ApiObject[];

  private readonly metricsJob: Expr<string>;
  private readonly handles = new PlusHandles(this);
  private readonly objects: Partial<Record<Part, ApiObject>> = {};

  constructor(scope: Construct, id: string, props: CoderProps = {}) {
    const part = partOf(scope, props);
    refuseTwin(scope, id, part.names);
    super(scope, id);
    rememberNames(this, part.names);
    this.names = new ObjectNames(part.names);
    this.metricsJob = jobOf(part);
    this.workload(part);
    this.monitoring(part);
    this.dashboards = new CoderdDashboards(this, 'Dashboards', part).objects;
  }

  /** The Deployment of coderd; `undefined` where `coderd.enabled` is false. */
  get deployment(): ApiObject | undefined {
    return this.objects.deployment;
  }

  /** The public Service of coderd; `undefined` where `coderd.enabled` or `service.enabled` is false. */
  get service(): ApiObject | undefined {
    return this.objects.service;
  }

  /** The PodMonitor; `undefined` where `metrics.monitor.kind` is another. */
  get podMonitor(): ApiObject | undefined {
    return this.objects.podMonitor;
  }

  /** The ServiceMonitor; `undefined` where `metrics.monitor.kind` is another. */
  get serviceMonitor(): ApiObject | undefined {
    return this.objects.serviceMonitor;
  }

  /** The PrometheusRule; `undefined` where the values ask for no rules. */
  get rules(): ApiObject | undefined {
    return this.objects.rules;
  }

  /** The label "job" that Prometheus gives to the metrics of coderd, for queries of your own. */
  get job(): string {
    return asText(this.metricsJob);
  }

  /** Name of the public Service, for example for an Ingress. */
  get serviceName(): string {
    return this.names.workload;
  }

  /**
   * The pods of coderd, for what cdk8s-plus does with pods, for example a NetworkPolicy.
   *
   * @param kplus your cdk8s-plus, of whichever release: `import * as kplus from 'cdk8s-plus-33'`
   * @throws Error when it is no cdk8s-plus.
   */
  pods<Pods>(kplus: PlusPods<Pods>): Pods {
    return this.handles.pods(kplus, this.names.workload);
  }

  /**
   * The identity of coderd, for what cdk8s-plus does with it, for example binding another Role.
   *
   * @param kplus your cdk8s-plus, of whichever release: `import * as kplus from 'cdk8s-plus-33'`
   * @throws Error when it is no cdk8s-plus.
   */
  serviceAccount<Account>(kplus: PlusServiceAccount<Account>): Account {
    return this.handles.serviceAccount(kplus, this.names.serviceAccount, this.names.namespace);
  }

  private workload(part: PartProps): void {
    const { coderd, service } = part.values;
    when(this, 'Workload', coderd.enabled, (workload) => {
      new CoderdAccess(workload, 'Access', part);
      this.objects.deployment = ApiObject.of(new CoderdDeployment(workload, 'Deployment', part));
      when(workload, 'Exposure', service.enabled, (inner) => {
        this.objects.service = ApiObject.of(new CoderdService(inner, 'Service', part));
      });
    });
  }

  private monitoring(part: PartProps): void {
    const { coderd, metrics } = part.values;
    const isServiceMonitor = equals(metrics.monitor.kind, 'ServiceMonitor');
    when(this, 'Metrics', and(coderd.enabled, or(metrics.service.enabled, isServiceMonitor)), (inner) => {
      new CoderdMetricsService(inner, 'MetricsService', part);
    });
    when(this, 'Pods', equals(metrics.monitor.kind, 'PodMonitor'), (inner) => {
      this.objects.podMonitor = ApiObject.of(new CoderdPodMonitor(inner, 'PodMonitor', part));
    });
    when(this, 'Services', isServiceMonitor, (inner) => {
      this.objects.serviceMonitor = ApiObject.of(new CoderdServiceMonitor(inner, 'ServiceMonitor', part));
    });
    const hasOperator = not(equals(metrics.monitor.kind, 'None'));
    when(this, 'Alerting', and(metrics.rules.enabled, hasOperator), (inner) => {
      this.objects.rules = ApiObject.of(new CoderdRules(inner, 'Rules', part));
    });
  }
}

/** What the parts are made of, for the props; the chart has the last word on the namespace. */
function partOf(scope: Construct, props: CoderProps): PartProps {
  const { version = DEFAULT_VERSION, ...rest } = props;
  const { release, namespace: own } = version.names;
  const { releaseName = release, namespace = Chart.of(scope).namespace ?? own, ...given } = rest;
  const declared = coderValues(version);
  checkValues(declared, given);
  const placement = { releaseName: toExpr(releaseName), namespace: toExpr(namespace) };
  checkPlacement(placement);
  const values = concreteHandles(declared, given);
  return { values, names: coderNames(values, placement, version), version };
}

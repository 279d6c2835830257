import type { RuleFile } from '../../observability/mixin';
import type { RuleFileOptions } from './rules';
import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { when } from '../../engine/border';
import { and, equals, or } from '../../engine/expr';
import type { AlertThresholds, NoAlerts } from '../../observability/mixin';
import { knownWarnings } from '../values';
import { CoderdAccess } from './access';
import { CoderdAvailability } from './availability';
import type { CoderValuesMetricsProps, CoderValuesProps } from './coder-values-props';
import { CoderdDeployment } from './deployment';
import { CoderdMonitoring } from './monitoring';
import { EvaluationDatabase } from './evaluation-database';
import { CoderNetworkPolicies } from './network-policies';
import { CoderExposure } from './exposure';
import { ObjectNames } from './object-names';
import type { CoderAlertsProps } from './own-alerts';
import type { PartProps } from './part';
import { PlusHandles, type PlusPods, type PlusServiceAccount } from './plus';
import { type CoderReleaseProps, partOf, requireScope } from './release';
import { CoderdMetricsService, CoderdService } from './services';
import { refuseTwin, rememberPart } from './twins';
import { refuseSharedFiles } from './shared-files';
import { warnWhenSynthesized } from './warnings';
import { WorkspaceNamespaces } from './workspace-namespaces';

/** How coderd is scraped and watched: the values below `metrics` of the chart, and the settings of alerts that were added. */
export interface CoderMetricsProps<Own extends AlertThresholds = NoAlerts> extends Omit<
  CoderValuesMetricsProps,
  'alerts'
> {
  /** Settings of each alert. */
  readonly alerts?: CoderAlertsProps<Own> | undefined;
}

/** Props of `Coder`: every value of the Helm chart, and where the release goes. */
export interface CoderProps<Own extends AlertThresholds = NoAlerts>
  extends CoderReleaseProps<Own>, Omit<CoderValuesProps, 'metrics'> {
  /** How Prometheus gets the metrics, and what is made of them. */
  readonly metrics?: CoderMetricsProps<NoInfer<Own>> | undefined;
}

/** Objects of Coder that others may want to change. */
type Part = 'deployment' | 'service';

/**
 * Coder's control plane: coderd 1.36, its Services, its permissions and its monitoring. Works in any cdk8s `App`, and in a Helm chart of your own.
 *
 * @throws ValuesError when a value is refused; the message names its path, what is allowed and what was given.
 * @throws Error when the chart has a `Coder` whose objects have the same names.
 */
export class Coder<Own extends AlertThresholds = NoAlerts> extends Construct {
  /** Names of its objects. */
  readonly names: ObjectNames;

  /**
   * What is allowed and will not work, with the remedy, as far as it is known before Helm runs. Synthesizing the app says it on stderr, unless
   * the context `cdk8s-coder/warnings` is `false`.
   */
  readonly warnings: readonly string[];

  private readonly monitoring: CoderdMonitoring;
  private readonly handles = new PlusHandles(this);
  private readonly objects: Partial<Record<Part, ApiObject>> = {};

  constructor(scope: Construct, id: string, props: CoderProps<Own> = {}) {
    requireScope('Coder', scope, id);
    const part = partOf(scope, props, (given) => ({ ...given }));
    refuseTwin(scope, id, part);
    super(scope, id);
    rememberPart(this, part);
    this.names = new ObjectNames(part.names);
    this.warnings = knownWarnings(part.values, part.version);
    warnWhenSynthesized(this, this.warnings);
    refuseSharedFiles(this);
    this.workload(part);
    this.metricsService(part);
    this.monitoring = new CoderdMonitoring(this, 'Monitoring', part);
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
    return this.monitoring.podMonitor;
  }

  /** The ServiceMonitor; `undefined` where `metrics.monitor.kind` is another. */
  get serviceMonitor(): ApiObject | undefined {
    return this.monitoring.serviceMonitor;
  }

  /** The PrometheusRule; `undefined` where `metrics.rules.enabled` is false. */
  get rules(): ApiObject | undefined {
    return this.monitoring.rules;
  }

  /** The dashboards, as ConfigMaps or as objects of the Grafana Operator; empty where `metrics.dashboards.kind` is `None`. */
  get dashboards(): readonly ApiObject[] {
    return this.monitoring.dashboards;
  }

  /** The label "job" that Prometheus gives to the metrics of coderd, for queries of your own. */
  get job(): string {
    return this.monitoring.job;
  }

  /** Name of the public Service, for example for an Ingress. */
  get serviceName(): string {
    return this.names.workload;
  }

  /**
   * A page for each alert that is enabled, and their index, in Markdown, by the names of their files: what to do when it fires. Commands and
   * queries have the names of this installation. Publish them, and say where in `metrics.rules.runbookUrl`.
   *
   * @throws Error when only Helm knows some of the values.
   */
  runbookPages(): ReadonlyMap<string, string> {
    return this.monitoring.runbookPages();
  }

  /**
   * The rules as Prometheus reads them, for one that is not in the cluster: those of the version and those of `metrics.rules.extraGroups`.
   *
   * @throws Error when only Helm knows some of the values, or the label is none.
   */
  ruleFile(options: RuleFileOptions = {}): RuleFile {
    return this.monitoring.ruleFile(options);
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
      new CoderdAvailability(workload, 'Availability', part);
      when(workload, 'Database', part.values.evaluationDatabase.enabled, (inner) => {
        new EvaluationDatabase(inner, 'EvaluationDatabase', part);
      });
      new CoderNetworkPolicies(workload, 'NetworkPolicies', part);
      new WorkspaceNamespaces(workload, 'WorkspaceNamespaces', part);
      when(workload, 'Exposure', service.enabled, (inner) => {
        this.objects.service = ApiObject.of(new CoderdService(inner, 'Service', part));
      });
      new CoderExposure(workload, 'Hosts', part);
    });
  }

  private metricsService(part: PartProps): void {
    const { coderd, metrics } = part.values;
    const isServiceMonitor = equals(metrics.monitor.kind, 'ServiceMonitor');
    when(this, 'Metrics', and(coderd.enabled, or(metrics.service.enabled, isServiceMonitor)), (inner) => {
      new CoderdMetricsService(inner, 'MetricsService', part);
    });
  }
}

import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { asText, when } from '../../engine/border';
import { type Expr, and, equals, nonEmpty } from '../../engine/expr';
import { CoderdDashboards } from './dashboards';
import { jobOf } from './installation';
import { CoderdPodMonitor, CoderdServiceMonitor } from './monitors';
import type { PartProps } from './part';
import type { RuleFile } from '../../observability/mixin';
import { CoderdRules, ExtraRules, type RuleFileOptions, ruleFileOf } from './rules';
import { runbooksOf } from './runbooks';

/** How coderd is watched, wherever it runs: the monitor, the rules and the dashboards. */
export class CoderdMonitoring extends Construct {
  /** The dashboards, as ConfigMaps or as objects of the Grafana Operator; empty where `dashboards.kind` is `None`. */
  readonly dashboards: readonly ApiObject[];

  private readonly metricsJob: Expr<string>;
  private readonly part: PartProps;
  private readonly objects: Partial<Record<'podMonitor' | 'serviceMonitor' | 'rules', ApiObject>> = {};

  /** @internal */
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    this.metricsJob = jobOf(part);
    this.part = part;
    this.monitors(part);
    const { rules } = part.values.metrics;
    when(this, 'Alerting', rules.enabled, (inner) => {
      this.objects.rules = ApiObject.of(new CoderdRules(inner, 'Rules', part));
    });
    when(this, 'Extra', and(rules.enabled, nonEmpty(rules.extraGroups)), (inner) => {
      new ExtraRules(inner, 'ExtraRules', part);
    });
    this.dashboards = new CoderdDashboards(this, 'Dashboards', part).objects;
  }

  /** The PodMonitor; `undefined` where the kind of the monitor is another. */
  get podMonitor(): ApiObject | undefined {
    return this.objects.podMonitor;
  }

  /** The ServiceMonitor; `undefined` where the kind of the monitor is another. */
  get serviceMonitor(): ApiObject | undefined {
    return this.objects.serviceMonitor;
  }

  /** The PrometheusRule; `undefined` where the rules are not enabled. */
  get rules(): ApiObject | undefined {
    return this.objects.rules;
  }

  /** The label "job" that Prometheus gives to the metrics of coderd, for queries of your own. */
  get job(): string {
    return asText(this.metricsJob);
  }

  /**
   * A page for each alert that is enabled, and their index, in Markdown, by the names of their files: what to do when it fires. Commands and
   * queries have the names of this installation. Publish them, and say where in `rules.runbookUrl`.
   *
   * @throws Error when only Helm knows some of the values.
   */
  runbookPages(): ReadonlyMap<string, string> {
    return runbooksOf(this.part);
  }

  /**
   * The rules as Prometheus reads them, for one that is not in the cluster: those of the version and those of `rules.extraGroups`.
   *
   * @throws Error when only Helm knows some of the values, or the label is none.
   */
  ruleFile(options: RuleFileOptions = {}): RuleFile {
    return ruleFileOf(this.part, options);
  }

  private monitors(part: PartProps): void {
    const { kind } = part.values.metrics.monitor;
    when(this, 'Pods', equals(kind, 'PodMonitor'), (inner) => {
      this.objects.podMonitor = ApiObject.of(new CoderdPodMonitor(inner, 'PodMonitor', part));
    });
    when(this, 'Services', equals(kind, 'ServiceMonitor'), (inner) => {
      this.objects.serviceMonitor = ApiObject.of(new CoderdServiceMonitor(inner, 'ServiceMonitor', part));
    });
  }
}

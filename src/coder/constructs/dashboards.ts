import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifest, type ManifestTree, when } from '../../engine/border';
import {
  type Expr,
  type Tree,
  type TreeMap,
  and,
  equals,
  fileText,
  ifElse,
  ifSet,
  isSet,
  merge,
  nonEmpty,
  optional,
  unlessEmpty,
} from '../../engine/expr';
import { type Dashboard, PRESETS, type Preset } from '../../observability/mixin';
import { identityLabels, metadata } from './metadata';
import type { PartProps } from './part';

/** One dashboard, and what it is made from. */
interface DashboardPart {
  readonly part: PartProps;
  readonly dashboard: Dashboard;
}

/**
 * The dashboards of Grafana, as ConfigMaps for the sidecar of its chart or as objects for the Grafana Operator.
 *
 * @see https://github.com/grafana/helm-charts/blob/main/charts/grafana/README.md#sidecar-for-dashboards
 * @see https://grafana.github.io/grafana-operator/docs/api/#grafanadashboard
 */
export class CoderdDashboards extends Construct {
  /** The objects that are made. */
  readonly objects: readonly ApiObject[];

  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const { kind } = part.values.metrics.dashboards;
    const objects: ApiObject[] = [];
    for (const dashboard of part.version.mixin.profile.dashboards) {
      when(this, `Dashboard-${idOf(dashboard)}`, equals(kind, 'ConfigMap'), (inner) => {
        const data = { [`${dashboard.uid}.json`]: content({ part, dashboard }) };
        objects.push(new Manifest(inner, 'ConfigMap', configMap(part, idOf(dashboard), data)));
      });
      when(this, `GrafanaDashboard-${idOf(dashboard)}`, equals(kind, 'GrafanaDashboard'), (inner) => {
        objects.push(new Manifest(inner, 'Resource', grafanaDashboard({ part, dashboard })));
      });
    }
    const { extra } = part.values.metrics.dashboards;
    // All in one object, since a chart cannot make as many as there are files.
    when(this, 'Extra', and(equals(kind, 'ConfigMap'), nonEmpty(extra)), (inner) => {
      objects.push(new Manifest(inner, 'ExtraDashboards', configMap(part, 'extra', extra)));
    });
    this.objects = objects;
  }
}

function dashboardMetadata(part: PartProps, id: string): TreeMap {
  return metadata(part, part.names.dashboard(id), identityLabels(part), part.values.metrics.dashboards);
}

/** The sidecar reads the folder from an annotation, whose name is what the chart of Grafana shows in its documentation. */
function configMap(part: PartProps, id: string, data: Tree): ManifestTree {
  const { commonAnnotations, metrics } = part.values;
  const { folder, annotations } = metrics.dashboards;
  const maps = [commonAnnotations, annotations];
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      ...dashboardMetadata(part, id),
      annotations: optional(isSet(folder), merge({ grafana_folder: folder }, ...maps), unlessEmpty(merge({}, ...maps))),
    },
    data,
  };
}

function grafanaDashboard(of: DashboardPart): ManifestTree {
  const { folder, instanceSelector, allowCrossNamespaceImport } = of.part.values.metrics.dashboards;
  return {
    apiVersion: 'grafana.integreatly.org/v1beta1',
    kind: 'GrafanaDashboard',
    metadata: dashboardMetadata(of.part, idOf(of.dashboard)),
    spec: {
      allowCrossNamespaceImport: optional(allowCrossNamespaceImport, true),
      folder: ifSet(folder),
      instanceSelector: { matchLabels: instanceSelector },
      json: content(of),
    },
  };
}

/** The uids say whose dashboards they are; in the names of objects the release does. */
function idOf({ uid }: Dashboard): string {
  return uid.replace(/^coder-/, '');
}

/** The JSON of a dashboard for the preset of the installation. */
function content({ part, dashboard }: DashboardPart): Expr<string> {
  const { preset } = part.values.metrics;
  const { dashboardFile } = part.version.mixin;
  const usual = dashboardFile(dashboard, 'full').text;
  const others = PRESETS.filter((name) => dashboardFile(dashboard, name).text !== usual);
  return others.reduce<Expr<string>>(
    (rest, name) => ifElse(equals(preset, name), variant({ part, dashboard }, name), rest),
    variant({ part, dashboard }, 'full'),
  );
}

function variant({ part, dashboard }: DashboardPart, preset: Preset): Expr<string> {
  const { name, text, holes } = part.version.mixin.dashboardFile(dashboard, preset);
  const { alerts, slo } = part.values.metrics;
  const settings = holes.map((hole) => [hole.marker, part.version.mixin.valueAt(hole, { alerts, slo })] as const);
  return fileText(`files/dashboards/${preset}/${name}.json`, text, Object.fromEntries(settings));
}

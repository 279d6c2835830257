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
  literal,
  merge,
  namedTemplate,
  nonEmpty,
  optional,
  unlessEmpty,
} from '../../engine/expr';
import { type Dashboard, type Hole, PRESETS, type Preset } from '../../observability/mixin';
import { identityLabels, metadata } from './metadata';
import type { PartProps } from './part';
import { isNative } from './preset';
import { type TwoTexts, twoTexts } from './two-texts';

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

/** The JSON of a dashboard for the preset of the installation, said once for both kinds of objects. */
function content({ part, dashboard }: DashboardPart): Expr<string> {
  const { dashboardFile } = part.version.mixin;
  const usual = dashboardFile(dashboard, 'full').text;
  const others = PRESETS.filter((name) => dashboardFile(dashboard, name).text !== usual);
  const both = others.includes('native') ? twoTexts(usual, dashboardFile(dashboard, 'native').text) : undefined;
  const files = both === undefined ? others : others.filter((name) => name !== 'native');
  const text = files.reduce<Expr<string>>(
    (rest, name) => ifElse(equals(part.values.metrics.preset, name), variant({ part, dashboard }, name), rest),
    both === undefined ? variant({ part, dashboard }, 'full') : bothVariants({ part, dashboard }, both),
  );
  return namedTemplate(`dashboard.${idOf(dashboard)}`, text);
}

function variant({ part, dashboard }: DashboardPart, preset: Preset): Expr<string> {
  const { name, text, holes } = part.version.mixin.dashboardFile(dashboard, preset);
  return fileText(
    `files/dashboards/${preset === 'full' ? '' : `${preset}/`}${name}.json`,
    text,
    settingsOf(part, holes),
  );
}

/** The presets `full` and `native` differ in some words only, so the chart keeps one file for both. */
function bothVariants({ part, dashboard }: DashboardPart, { text, differences }: TwoTexts): Expr<string> {
  const { dashboardFile } = part.version.mixin;
  const words = differences.map(
    ({ marker, usual, other }) => [marker, ifElse(isNative(part), literal(other), literal(usual))] as const,
  );
  const holes = (['full', 'native'] as const).flatMap((preset) => dashboardFile(dashboard, preset).holes);
  // First the words, in which there may be markers of settings.
  const filled = { ...Object.fromEntries(words), ...settingsOf(part, holes) };
  return fileText(`files/dashboards/${dashboard.uid}.json`, text, filled);
}

function settingsOf({ values, version }: PartProps, holes: readonly Hole[]): Readonly<Record<string, Expr>> {
  const { alerts, slo } = values.metrics;
  return Object.fromEntries(holes.map((hole) => [hole.marker, version.mixin.valueAt(hole, { alerts, slo })]));
}

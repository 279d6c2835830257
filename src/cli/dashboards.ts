import { coderValues } from '../coder/values';
import { DEFAULT_VERSION } from '../coder/versions';
import type { Files } from '../engine/output';
import { type ValuesFile, checkValues, isMap } from '../engine/values';
import { parseStrictYaml } from '../engine/values-file';
import { coderManifestFiles } from './coder-files';

interface ConfigMap {
  readonly kind: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * The dashboards as files to import into Grafana, with the thresholds and the preset of the values.
 *
 * @param clusterLabel label by which one of several clusters can be chosen; by default there is no such choice
 * @throws ValuesError when a value is refused.
 */
export function coderDashboardFiles(values: ValuesFile, clusterLabel?: string): Files {
  checkKind(values);
  const { names, mixin } = DEFAULT_VERSION;
  const observability: typeof mixin = {
    ...mixin,
    dashboardFile: (dashboard, preset) => mixin.dashboardFile(dashboard, preset, clusterLabel),
  };
  const placing = { releaseName: names.release, namespace: names.namespace };
  const files = coderManifestFiles(withConfigMaps(values), placing, { observability });
  const found = [...files].filter(([file]) => file.startsWith(`ConfigMap.${names.dashboards}-`));
  return new Map(found.flatMap(([, text]) => Object.entries((parseStrictYaml(text) as ConfigMap).data)));
}

/** Alone and here, since it is replaced below; the rest is checked with the kind that is wanted. */
function checkKind(values: ValuesFile): void {
  const { kind } = part(part(values, 'metrics'), 'dashboards');
  checkValues(coderValues(), { metrics: { dashboards: { kind } } });
}

/** Whatever way they reach the cluster, here they are wanted as they are in a ConfigMap. */
function withConfigMaps(values: ValuesFile): ValuesFile {
  const metrics = part(values, 'metrics');
  return { ...values, metrics: { ...metrics, dashboards: { ...part(metrics, 'dashboards'), kind: 'ConfigMap' } } };
}

function part(values: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const found = values[key];
  return isMap(found) ? found : {};
}

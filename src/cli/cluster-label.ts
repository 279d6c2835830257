import { CLUSTER_LABEL, isClusterLabel } from '../observability/mixin';
import { UsageError, textOf } from './arguments';

/** An option that names the label by which clusters are told apart. */
export function clusterLabelOf(value: unknown): string {
  const name = textOf(value);
  if (isClusterLabel(name)) return name;
  throw new UsageError(`--cluster-label: expected ${CLUSTER_LABEL}, got ${JSON.stringify(name)}`);
}

import type { PackagedChart } from '../chart';
import type { Claim, Suite } from '../claims';
import type { Cluster } from '../cluster';

/** A suite that gets a cluster which others use too; it stays in namespaces of its own. */
export interface SharedSuite extends Omit<Suite, 'run'> {
  readonly run: (claim: Claim, cluster: Cluster) => Promise<void>;
}

/** What nearly all claims are about. */
export interface Stack {
  readonly cluster: Cluster;
  readonly chart: PackagedChart;
}

/** The arguments of Helm that set values, each as PATH=VALUE. */
export function set(...values: readonly string[]): readonly string[] {
  return values.flatMap((value) => ['--set', value]);
}

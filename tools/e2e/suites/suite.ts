import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../setup/index.cjs';
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

const folder = path.join(root, 'examples');

/** The names of the examples that are values files, in order. */
export const examples: readonly string[] = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

/** Where an example is. */
export function exampleFile(name: string): string {
  return path.join(folder, name);
}

/** The arguments of Helm that set values, each as PATH=VALUE. */
export function set(...values: readonly string[]): readonly string[] {
  return values.flatMap((value) => ['--set', value]);
}

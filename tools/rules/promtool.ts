import { debianPrometheus, debianPrometheusVersion, goComponent, goRecipe } from '../components';
import { runChild } from '../process';

/** A promtool that the rules must work with. */
export interface Promtool {
  readonly name: string;
  readonly path: string;
  /** Whether unit tests may have native histograms. */
  readonly knowsNative: boolean;
}

/** The promtool of each Prometheus that the rules must work with. */
export async function promtools(): Promise<readonly Promtool[]> {
  const { promtool: second } = await debianPrometheus();
  const third = await goComponent('promtool');
  return [
    { name: `promtool ${debianPrometheusVersion}`, path: second, knowsNative: false },
    { name: `promtool ${goRecipe('promtool').version}`, path: third, knowsNative: true },
  ];
}

/** Runs promtool in a folder; returns what it said if it failed, else undefined. */
export async function runPromtool(
  { path }: Promtool,
  args: readonly string[],
  cwd: string,
): Promise<string | undefined> {
  const { status, error, stdout, stderr } = await runChild(path, args, { cwd });
  return status === 0 ? undefined : (error?.message ?? `${stdout}${stderr}`.trim());
}

import { runChild } from '../components/children.mjs';
import { debianPrometheusVersion } from '../components/debian.mjs';
import { goRecipe } from '../components/go-modules.mjs';
import { debianPrometheus, goComponents } from '../components/index.mjs';

/**
 * The promtool of each Prometheus that the rules must work with.
 * @returns {Promise<{ name: string, path: string, knowsNative: boolean }[]>} knowsNative: whether unit tests may have native histograms
 */
export async function promtools() {
  const { promtool: second } = await debianPrometheus();
  const { promtool: third } = await goComponents(['promtool']);
  return [
    { name: `promtool ${debianPrometheusVersion}`, path: second, knowsNative: false },
    { name: `promtool ${goRecipe('promtool').version}`, path: third, knowsNative: true },
  ];
}

/** Runs promtool in a folder; returns what it said if it failed, else undefined. */
export async function runPromtool({ path }, args, cwd) {
  const { status, error, stdout, stderr } = await runChild(path, args, { cwd });
  if (status === 0) return undefined;
  return error?.message ?? `${stdout}${stderr}`.trim();
}

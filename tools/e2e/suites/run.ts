import { SetUpError } from '../../setup/index.cjs';
import { type Suite, claimBook } from '../claims';
import { startStack } from '../cluster';
import { chartSuite } from './chart/chart';
import { faultsSuite } from './faults/faults';
import { gitopsSuite } from './gitops/gitops';
import { lifecycleSuite } from './lifecycle/lifecycle';
import { monitoringSuite } from './monitoring/monitoring';
import { publishSuite } from './publish/publish';
import { serviceMonitorSuite } from './service-monitor/service-monitor';
import type { SharedSuite } from './suite';
import { takeoverSuite } from './takeover/takeover';
import { valuesSuite } from './values/values';
import { versionsSuite } from './versions/versions';

/** In the order in which they run: first those that share a cluster. */
const shared: Readonly<Record<string, SharedSuite>> = {
  chart: chartSuite,
  gitops: gitopsSuite,
  publish: publishSuite,
  monitoring: monitoringSuite,
  lifecycle: lifecycleSuite,
  takeover: takeoverSuite,
};
const others: Readonly<Record<string, Suite>> = {
  'service-monitor': serviceMonitorSuite,
  faults: faultsSuite,
  values: valuesSuite,
  versions: versionsSuite,
};

/** Runs the named suites, or all if none is named. Returns the exit code. */
export async function runSuites(names: readonly string[]): Promise<number> {
  const known = { ...shared, ...others };
  const unknown = names.find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined)
    throw new SetUpError(`no suite "${unknown}": expected some of ${Object.keys(known).join(', ')}`);
  const book = claimBook();
  await runShared(chosenOf(shared, names), (suite) => book.suite(suite));
  for (const suite of chosenOf(others, names)) await book.suite(suite);
  return book.summary();
}

function chosenOf<S>(suites: Readonly<Record<string, S>>, names: readonly string[]): readonly S[] {
  const entries = Object.entries(suites).filter(([name]) => names.length === 0 || names.includes(name));
  return entries.map(([, suite]) => suite);
}

async function runShared(suites: readonly SharedSuite[], runSuite: (suite: Suite) => Promise<void>): Promise<void> {
  if (suites.length === 0) return;
  const cluster = await startStack(['registry']);
  try {
    for (const suite of suites) await runSuite({ ...suite, run: (claim) => suite.run(claim, cluster) });
  } finally {
    await cluster.stop();
  }
}

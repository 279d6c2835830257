// A simulator that is scraped each second, once for each preset, and what comes of it.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Preset } from '../../src/observability/mixin';
import { type Prometheus, startPrometheus } from '../components';
import { freePorts, temporaryFolder } from '../process';
import { type ServedPod, type Simulator, startSimulator } from '../simulator';
import type { Claims } from './claims';
import { type Installation, claimInstallation, jobOf } from './installation';
import { type PodMonitor, type PrometheusRule, objectsOf, scrapeOptionsOf } from './manifests';
import type { Release } from './release';
import { claimPrometheus } from './server';

const NAMESPACE = 'coder';

/** One alert fires at once, so that panels of firing alerts have something to show. */
function installationOf(preset: Preset): Installation {
  const fires = { for: '0s', days: 100000 };
  const metrics = { preset, rules: { job: jobOf(preset) }, alerts: { licenseExpiresSoon: fires } };
  return { preset, ...objectsOf({ metrics }) };
}

/** What must hold of simulated pods that a release of Prometheus scrapes once for each preset. */
export async function claimLive(claims: Claims, release: Release): Promise<void> {
  const pods = (await freePorts(2)).map((port, i) => ({ name: `coder-${i}`, address: '127.0.0.1', port }));
  const simulator = await startPods(pods);
  const installations = release.presets.map(installationOf);
  const prometheus = await startScraping(release, pods, installations);
  await claimPrometheus(claims, release, { prometheus, targets: installations.length * pods.length });
  for (const installation of installations) await claimInstallation(claims, release, { prometheus, installation });
  await prometheus.stop();
  await simulator.stop();
}

/** Starts simulated pods; a day old, so that counters are large. */
function startPods(pods: readonly ServedPod[]): Promise<Simulator> {
  const clock = (): number => Date.now() / 1000;
  const wait = (seconds: number): Promise<void> => sleep(seconds * 1000, undefined, { ref: false });
  // Some panels show only what goes wrong.
  const faults = [{ fault: 'api-errors', from: clock() - 3600 }] as const;
  return startSimulator({ pods, faults, start: clock() - 86400, clock, sleep: wait });
}

/** Starts a Prometheus that scrapes the pods once for each preset, and evaluates the rules of each. */
function startScraping(
  { prometheus: binary, name }: Release,
  pods: readonly ServedPod[],
  installations: readonly Installation[],
): Promise<Prometheus> {
  const folder = temporaryFolder(`${name}-rules`);
  const configText = JSON.stringify({
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: installations.map(({ preset, rules }) => writeRules(folder, preset, rules)),
    scrape_configs: installations.map(({ preset, monitor }) => scrapeConfig(preset, monitor, pods)),
  });
  return startPrometheus({ binary, name, configText });
}

/** A group of its own interval would be evaluated minutes later for the first time. */
function writeRules(folder: string, preset: Preset, { spec }: PrometheusRule): string {
  const file = path.join(folder, `${preset}.json`);
  const groups = spec.groups.map(({ name, rules }) => ({ name, rules }));
  fs.writeFileSync(file, JSON.stringify({ groups }));
  return file;
}

function scrapeConfig(preset: Preset, monitor: PodMonitor, pods: readonly ServedPod[]): object {
  const static_configs = pods.map(({ name, address, port }) => ({
    targets: [`${address}:${port}`],
    labels: { namespace: NAMESPACE, pod: name, container: 'coderd', endpoint: 'prom-coderd' },
  }));
  return { job_name: jobOf(preset), static_configs, ...scrapeOptionsOf(monitor) };
}

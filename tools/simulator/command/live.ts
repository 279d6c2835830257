import { setTimeout } from 'node:timers/promises';
import { targetLabels } from '../history';
import { type ServedPod, type Simulator, startSimulator } from '../simulator';
import { faultWindows, podNames, startOf } from './common';
import type { SimulateOptions } from './options';

/** Serves until the process is told to end. */
export async function serve(options: SimulateOptions, now: number): Promise<void> {
  const { controlPort } = options;
  const start = startOf(options, now);
  const running = await startSimulator({
    ...options.simulation,
    start,
    pods: servedPods(options),
    faults: faultWindows(options, { end: now, start, usual: () => 0 }),
    ...(controlPort === undefined ? {} : { control: { address: '127.0.0.1', port: controlPort } }),
    clock: () => Date.now() / 1000,
    sleep: (seconds) => setTimeout(seconds * 1000, undefined, { ref: false }),
  });
  const ended = endOfProcess();
  announce(running, podNames(options));
  await ended;
  await running.stop();
}

function servedPods(options: SimulateOptions): readonly ServedPod[] {
  const { addresses, port } = options;
  const step = addresses.countUp && port !== 0 ? 1 : 0;
  return addresses.each.map((address, i) => ({ name: `coder-${i}`, address, port: port + i * step }));
}

function endOfProcess(): Promise<unknown> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
}

function announce({ urls, controlUrl }: Simulator, pods: readonly string[]): void {
  const served = urls.map((url, i) => ({ url, pod: pods[i] ?? '' }));
  for (const { url, pod } of served) console.log(`${pod}: ${url}`);
  if (controlUrl !== undefined) console.log(`faults: ${controlUrl}/faults`);
  console.log(`\nFor Prometheus:\n${scrapeConfig(served)}\nCtrl-C stops.`);
}

/** The labels are those that a PodMonitor would give. */
function scrapeConfig(served: readonly { readonly url: string; readonly pod: string }[]): string {
  const targets = served.flatMap(({ url, pod }) => {
    const { namespace, container, endpoint } = targetLabels(pod);
    return [
      `      - targets: ['${new URL(url).host}']`,
      `        labels: { namespace: ${namespace}, pod: ${pod}, container: ${container}, endpoint: ${endpoint} }`,
    ];
  });
  const head = ['scrape_configs:', `  - job_name: ${targetLabels('').job}`, '    static_configs:'];
  return [...head, ...targets].join('\n');
}

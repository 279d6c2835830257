import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { faultWindows, podNames, startOf } from './common.mjs';

/** Serves until the process is told to end. */
export async function serve(simulator, options, now) {
  const start = startOf(options, now);
  const running = await simulator.startSimulator({
    ...options.simulation,
    start,
    pods: servedPods(options),
    faults: faultWindows(simulator, options.faults, { end: now, start, usual: () => 0 }),
    ...(options.controlPort === undefined ? {} : { control: { address: '127.0.0.1', port: options.controlPort } }),
    clock: () => Date.now() / 1000,
    sleep: (seconds) => setTimeout(seconds * 1000, undefined, { ref: false }),
  });
  const ended = endOfProcess();
  announce(simulator, running, podNames(options));
  await ended;
  await running.stop();
  return 0;
}

function servedPods(options) {
  const { addresses, port } = options;
  const step = addresses.countUp && port !== 0 ? 1 : 0;
  return podNames(options).map((name, i) => ({ name, address: addresses.each[i], port: port + i * step }));
}

function endOfProcess() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
  });
}

function announce(simulator, { urls, controlUrl }, pods) {
  urls.forEach((url, i) => console.log(`${pods[i]}: ${url}`));
  if (controlUrl !== undefined) console.log(`faults: ${controlUrl}/faults`);
  console.log(`\nFor Prometheus:\n${scrapeConfig(simulator, urls, pods)}\nCtrl-C stops.`);
}

/** The labels are those that a PodMonitor would give. */
function scrapeConfig({ targetLabels }, urls, pods) {
  const targets = pods.flatMap((pod, i) => {
    const { namespace, container, endpoint } = targetLabels(pod);
    return [
      `      - targets: ['${new URL(urls[i]).host}']`,
      `        labels: { namespace: ${namespace}, pod: ${pod}, container: ${container}, endpoint: ${endpoint} }`,
    ];
  });
  const head = ['scrape_configs:', `  - job_name: ${targetLabels('').job}`, '    static_configs:'];
  return [...head, ...targets].join('\n');
}

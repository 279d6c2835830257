import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alertmanagerFiles } from '../../src/cli';
import { goComponents } from '../components';
import { freePort, requestJson, runChild, startProcess, temporaryFolder } from '../process';
import { fields, listOf, mapOf, text } from '../read';
import { currentInhibition, isHeld } from './inhibition';
import type { Firing, Part } from './timeline';

type Labels = Part['labels'];

/** What a real Alertmanager said of the alerts of all incidents. */
export interface Held {
  /** Alerts that fired together, each set once. */
  readonly states: number;
  readonly alerts: number;
  /** How many of them it held back. */
  readonly held: number;
  /** Where it did otherwise than `isHeld` says, and what amtool has against its configuration: one line each. */
  readonly faults: readonly string[];
}

/**
 * Gives every set of alerts that fire together to an Alertmanager with the generated configuration, and compares which it holds back with
 * what is computed. Each set gets a namespace of its own, so that one process judges all.
 */
export async function heldByAlertmanager(firings: readonly (readonly Firing[])[]): Promise<Held> {
  const folder = temporaryFolder('alertmanager');
  const file = path.join(folder, 'alertmanager.yaml');
  const place = { releaseName: 'coder', namespace: 'coder' };
  fs.writeFileSync(file, alertmanagerFiles({ values: {}, placement: place }).get('alertmanager.yaml') ?? '');
  const { alertmanager, amtool } = await goComponents(['alertmanager', 'amtool']);
  const states = statesOf(firings);
  const url = `http://127.0.0.1:${await freePort()}`;
  const started = await startProcess({
    name: 'alertmanager',
    command: alertmanager,
    args: [
      `--config.file=${file}`,
      `--storage.path=${folder}`,
      `--web.listen-address=${url.slice(7)}`,
      '--cluster.listen-address=',
    ],
    ready: `${url}/-/ready`,
    folder,
  });
  const differences = await comparison(url, states);
  await started.stop();
  const faults = [...(await routeFaults(amtool, file)), ...differences];
  const held = states.flatMap((state) => state.filter((one) => isHeld(one, state, currentInhibition())));
  return { states: states.length, alerts: states.flat().length, held: held.length, faults };
}

function statesOf(firings: readonly (readonly Firing[])[]): readonly (readonly Labels[])[] {
  const found = new Map<string, readonly Labels[]>();
  for (const parts of firings.map((some) => some.flatMap((one) => one.parts))) {
    for (const minute of new Set(parts.flatMap(({ minutes }) => minutes))) {
      const state = parts.filter(({ minutes }) => minutes.includes(minute)).map(({ labels }) => labels);
      found.set(JSON.stringify(state), state);
    }
  }
  return [...found.values()].map((state, i) => state.map((labels) => ({ ...labels, namespace: `state-${i}` })));
}

const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;

/** It looks at alerts some time after it got them. */
async function comparison(url: string, states: readonly (readonly Labels[])[]): Promise<readonly string[]> {
  const alerts = states.flat().map((labels) => ({ labels, endsAt: new Date(Date.now() + 3_600_000).toISOString() }));
  const body = JSON.stringify(alerts);
  const answer = await fetch(`${url}/api/v2/alerts`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  });
  if (!answer.ok) return [`Alertmanager refused the alerts: ${answer.status} ${await answer.text()}`];
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const differences = differencesIn(states, heldIn(await requestJson(`${url}/api/v2/alerts`)));
    if (differences.length === 0 || Date.now() > end) return differences;
    await sleep(PAUSE_MS);
  }
}

const ALERTS = listOf(fields({ labels: mapOf(text), status: fields({ inhibitedBy: listOf(text) }) }));

/** Whether each alert is held back. */
function heldIn(answer: unknown): ReadonlyMap<string, boolean> {
  return new Map(ALERTS(answer, 'alerts').map(({ labels, status }) => [keyOf(labels), status.inhibitedBy.length > 0]));
}

function differencesIn(states: readonly (readonly Labels[])[], held: ReadonlyMap<string, boolean>): readonly string[] {
  const rules = currentInhibition();
  return states.flatMap((state) =>
    state.flatMap((labels) => {
      const [expected, got] = [isHeld(labels, state, rules), held.get(keyOf(labels))];
      return expected === got
        ? []
        : [`${keyOf(labels)}: expected held back ${expected}, got ${got ?? 'no such alert'}`];
    }),
  );
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Who gets which alert. */
const ROUTES = [
  ['coder-wake', 'alertname=CoderdDown', 'severity=critical'],
  ['coder-tell', 'alertname=CoderdDown', 'severity=warning'],
  ['nobody', 'alertname=CoderdTurnShareHigh', 'severity=info'],
  ['nobody', 'alertname=KubePodCrashLooping', 'severity=critical'],
] as const;

async function routeFaults(amtool: string, file: string): Promise<readonly string[]> {
  const runs = [
    ['check-config', file],
    ...ROUTES.map(([receiver, ...labels]) => [
      'config',
      'routes',
      'test',
      `--config.file=${file}`,
      `--verify.receivers=${receiver}`,
      ...labels,
    ]),
  ];
  const ended = await Promise.all(runs.map((args) => runChild(amtool, args)));
  return ended.flatMap(({ status, stdout, stderr }, i) =>
    status === 0 ? [] : [`amtool ${runs[i]?.join(' ')}: ${`${stdout}${stderr}`.trim()}`],
  );
}

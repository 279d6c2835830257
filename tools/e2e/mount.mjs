import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { freePorts, runChild } from '../components/index.mjs';
import { SetUpError } from '../setup/failure.mjs';
import { eventually } from './eventually.mjs';

const pauseMs = 300;
/** Where the pod of a Prometheus mounts what the Operator writes. */
const inPod = '/etc/prometheus/';

/**
 * Does for the pod of a Prometheus, which runs nothing here, what the kubelet and its two helpers do: brings the Secret and
 * the ConfigMaps of the Operator to files, and keeps them current. The helper is the real config-reloader.
 * @returns {Promise<{ config: string, reloader(url: string): Promise<void>, generated(): Promise<string>, stop(): void }>}
 *   config: what Prometheus reads; reloader: starts the one beside Prometheus; generated: the configuration as the Operator
 *   wrote it
 */
export async function mountPrometheus(cluster, { namespace, name }) {
  const folder = path.join(cluster.folder, 'prometheus');
  const files = filesIn(folder, name);
  for (const each of [files.source, files.config]) fs.mkdirSync(path.dirname(each), { recursive: true });
  fs.mkdirSync(files.rules, { recursive: true });
  const mirror = mirrorOf(cluster, { namespace, name, folder, files });
  await eventually(mirror);
  const stop = repeat(mirror);
  const env = { POD_NAME: `prometheus-${name}-0`, SHARD: '0' };
  const args = [`--config-file=${files.source}`, `--config-envsubst-file=${files.config}`];
  await initConfig(cluster, args, env);
  const reloader = (url) => startReloader(cluster, { args: [...args, `--watched-dir=${files.rules}`], env, url });
  const generated = async () => (await secretOf(cluster, { namespace, name })).text;
  return { config: files.config, reloader, generated, stop };
}

function filesIn(folder, name) {
  return {
    source: path.join(folder, 'config', 'prometheus.yaml.gz'),
    config: path.join(folder, 'config_out', 'prometheus.env.yaml'),
    rules: path.join(folder, 'rules', `prometheus-${name}-rulefiles-0`),
  };
}

async function secretOf({ api }, { namespace, name }) {
  const { data } = await api.get(`/api/v1/namespaces/${namespace}/secrets/prometheus-${name}`);
  return { text: gunzipSync(Buffer.from(data['prometheus.yaml.gz'], 'base64')).toString() };
}

/** A function that writes what changed. */
function mirrorOf(cluster, { namespace, name, folder, files }) {
  return async () => {
    const rules = `/api/v1/namespaces/${namespace}/configmaps/prometheus-${name}-rulefiles-0`;
    const { data = {} } = await cluster.api.get(rules);
    const { text } = await secretOf(cluster, { namespace, name });
    replaceFiles(files.rules, data);
    writeIfChanged(files.source, gzipSync(text.replaceAll(inPod, `${folder}/`)));
  };
}

function replaceFiles(folder, contents) {
  for (const file of fs.readdirSync(folder)) if (!(file in contents)) fs.rmSync(path.join(folder, file));
  for (const [file, text] of Object.entries(contents)) writeIfChanged(path.join(folder, file), Buffer.from(text));
}

/** The reader never sees half of a file. */
function writeIfChanged(file, bytes) {
  if (fs.existsSync(file) && fs.readFileSync(file).equals(bytes)) return;
  const draft = path.join(path.dirname(path.dirname(file)), `.${path.basename(file)}`);
  fs.writeFileSync(draft, bytes);
  fs.renameSync(draft, file);
}

function repeat(mirror) {
  let stopped = false;
  const loop = async () => {
    for (; !stopped; await sleep(pauseMs, undefined, { ref: false })) {
      // The API server may be away for a while.
      await mirror().catch(() => undefined);
    }
  };
  void loop();
  return () => {
    stopped = true;
  };
}

/** What the init container of the pod does. */
async function initConfig({ binaries }, args, env) {
  const command = binaries['prometheus-config-reloader'];
  const { status, stderr } = await runChild(command, [...args, '--watch-interval=0'], {
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new SetUpError(`${command} failed: ${stderr.trim().split('\n').at(-1)}`);
}

async function startReloader(cluster, { args, env, url }) {
  const [port] = await freePorts(1);
  await cluster.start({
    program: 'prometheus-config-reloader',
    args: [
      ...[...args, '--watch-interval=2s', '--delay-interval=200ms', '--retry-interval=1s'],
      ...[`--reload-url=${url}/-/reload`, `--runtimeinfo-url=${url}/api/v1/status/runtimeinfo`],
      `--listen-address=127.0.0.1:${port}`,
    ],
    env,
    ready: `http://127.0.0.1:${port}/metrics`,
  });
}

import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { freePort, runChild } from '../../process';
import { fields, mapOf, optional, text } from '../../read';
import { SetUpError } from '../../setup/index.cjs';
import { eventually, inBackground } from '../claims';
import { type Cluster, binaryOf } from '../cluster';
import type { Api } from '../kubernetes';

/** Where the pod of a Prometheus mounts what the Operator writes. */
const inPod = '/etc/prometheus/';

/** Which Prometheus object. */
export interface PrometheusName {
  readonly namespace: string;
  readonly name: string;
}

/** What the Operator wrote for a Prometheus, as files that are kept current. */
export interface Mounted {
  /** What Prometheus reads. */
  readonly config: string;
  /** Starts the config-reloader beside the Prometheus at a URL. */
  readonly startReloader: (url: string) => Promise<void>;
  /** The configuration as the Operator wrote it. */
  readonly generated: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

interface Files {
  readonly folder: string;
  readonly source: string;
  readonly config: string;
  /** Holds a folder for each ConfigMap with rules. */
  readonly rules: string;
}

/** How both helpers are called. */
interface Helper {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Does for the pod of a Prometheus, which runs nothing here, what the kubelet and its two helpers do: brings the Secret and
 * the ConfigMaps of the Operator to files, and keeps them current. The helper is the real config-reloader.
 */
export async function mountPrometheus(cluster: Cluster, at: PrometheusName): Promise<Mounted> {
  const files = filesIn(path.join(cluster.folder, 'prometheus'));
  for (const each of [files.source, files.config]) fs.mkdirSync(path.dirname(each), { recursive: true });
  fs.mkdirSync(files.rules, { recursive: true });
  const mirror = (): Promise<void> => mirrorOnce(cluster.api, at, files);
  await eventually(mirror);
  const stop = inBackground(mirror);
  const helper = {
    args: [`--config-file=${files.source}`, `--config-envsubst-file=${files.config}`],
    env: { POD_NAME: `prometheus-${at.name}-0`, SHARD: '0' },
  };
  await initConfig(cluster, helper);
  const startReloader = (url: string): Promise<void> => reloaderBeside(cluster, { helper, rules: files.rules, url });
  return { config: files.config, startReloader, generated: () => generatedConfig(cluster.api, at), stop };
}

function filesIn(folder: string): Files {
  return {
    folder,
    source: path.join(folder, 'config', 'prometheus.yaml.gz'),
    config: path.join(folder, 'config_out', 'prometheus.env.yaml'),
    rules: path.join(folder, 'rules'),
  };
}

const configSecret = fields({ data: fields({ 'prometheus.yaml.gz': text }) });
const ruleMap = fields({ metadata: fields({ name: text }), data: optional(mapOf(text)) });

async function generatedConfig(api: Api, { namespace, name }: PrometheusName): Promise<string> {
  const { data } = await api.get(`/api/v1/namespaces/${namespace}/secrets/prometheus-${name}`, configSecret);
  return gunzipSync(Buffer.from(data['prometheus.yaml.gz'], 'base64')).toString();
}

/** Writes what changed. The Operator spreads many rules over several ConfigMaps, each of which has a folder. */
async function mirrorOnce(api: Api, at: PrometheusName, files: Files): Promise<void> {
  const maps = await api.list(`/api/v1/namespaces/${at.namespace}/configmaps`, ruleMap);
  const rules = maps.filter(({ metadata }) => metadata.name.startsWith(`prometheus-${at.name}-rulefiles-`));
  if (rules.length === 0) throw new Error(`the Operator has not written the rules of ${at.name} yet`);
  for (const { metadata, data = {} } of rules) replaceFiles(path.join(files.rules, metadata.name), data, files.folder);
  const config = await generatedConfig(api, at);
  writeIfChanged(files.source, gzipSync(config.replaceAll(inPod, `${files.folder}/`)), files.folder);
}

function replaceFiles(folder: string, contents: Readonly<Record<string, string>>, drafts: string): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const file of fs.readdirSync(folder)) if (!(file in contents)) fs.rmSync(path.join(folder, file));
  for (const [file, content] of Object.entries(contents))
    writeIfChanged(path.join(folder, file), Buffer.from(content), drafts);
}

/** The reader never sees half of a file, which is made outside of what is watched. */
function writeIfChanged(file: string, bytes: Buffer, drafts: string): void {
  if (fs.existsSync(file) && fs.readFileSync(file).equals(bytes)) return;
  const draft = path.join(drafts, `.${path.basename(file)}`);
  fs.writeFileSync(draft, bytes);
  fs.renameSync(draft, file);
}

/** What the init container of the pod does. */
async function initConfig({ binaries }: Cluster, { args, env }: Helper): Promise<void> {
  const command = binaryOf(binaries, 'prometheus-config-reloader');
  const options = { env: { ...process.env, ...env } };
  const { status, stderr } = await runChild(command, [...args, '--watch-interval=0'], options);
  if (status !== 0) throw new SetUpError(`${command} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`);
}

interface Beside {
  readonly helper: Helper;
  readonly rules: string;
  readonly url: string;
}

async function reloaderBeside(cluster: Cluster, { helper: { args, env }, rules, url }: Beside): Promise<void> {
  const address = `127.0.0.1:${await freePort()}`;
  await cluster.start({
    program: 'prometheus-config-reloader',
    args: [
      ...[...args, `--watched-dir=${rules}`],
      ...['--watch-interval=2s', '--delay-interval=200ms', '--retry-interval=1s'],
      ...[`--reload-url=${url}/-/reload`, `--runtimeinfo-url=${url}/api/v1/status/runtimeinfo`],
      `--listen-address=${address}`,
    ],
    env,
    ready: `http://${address}/metrics`,
  });
}

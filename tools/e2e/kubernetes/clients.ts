import fs from 'node:fs';
import path from 'node:path';
import { type ClientName, clientPaths } from '../../components';
import { runChild } from '../../process';

/** How a cluster is reached, and where files for it may lie. */
export interface Access {
  readonly kubeconfig: string;
  readonly folder: string;
}

/** Runs a client with arguments: returns what it prints, throws what it complains about. */
export type Client = (args: readonly string[]) => Promise<string>;

/** The two Helms. */
export const helmNames = ['helm3', 'helm4'] as const;
export type HelmName = (typeof helmNames)[number];
export type Helms = Readonly<Record<HelmName, Client>>;

/** What people call them. */
export const helmTitles: Readonly<Record<HelmName, string>> = { helm3: 'Helm 3', helm4: 'Helm 4' };

export function kubectlOf({ kubeconfig, folder }: Access): Client {
  return client('kubectl', { KUBECONFIG: kubeconfig, KUBECACHEDIR: path.join(folder, 'kubectl') });
}

/** Both against one cluster; settings and caches of the user do not matter. */
export function helmsOf({ kubeconfig, folder }: Access): Helms {
  const helm = (name: HelmName): Client => {
    const home = (part: string): string => path.join(folder, name, part);
    const homes = { HELM_CACHE_HOME: home('cache'), HELM_CONFIG_HOME: home('config'), HELM_DATA_HOME: home('data') };
    return client(name, { KUBECONFIG: kubeconfig, HELM_DRIVER: 'secret', ...homes });
  };
  return { helm3: helm('helm3'), helm4: helm('helm4') };
}

function client(tool: ClientName, env: Readonly<Record<string, string>>): Client {
  return async (args) => {
    const ended = await runChild(clientPaths()[tool], args, { env: { ...process.env, ...env } });
    if (ended.status === 0) return ended.stdout;
    const said = ended.stderr.trim() === '' ? ended.stdout : ended.stderr;
    throw new Error(`${tool} ${args.slice(0, 3).join(' ')}: ${ended.error?.message ?? said.trim()}`);
  };
}

/** Writes an object, or several, as a file that kubectl and Helm read; returns its path. */
export function writeYaml(folder: string, name: string, ...objects: readonly object[]): string {
  const file = path.join(folder, name);
  // JSON is YAML.
  fs.writeFileSync(file, `${objects.map((object) => JSON.stringify(object)).join('\n---\n')}\n`);
  return file;
}

import fs from 'node:fs';
import path from 'node:path';
import { freePort, requestJson } from '../../process';
import { fields, listOf, text } from '../../read';
import type { Cluster } from './cluster';

/** A registry of images and charts that runs. */
export interface Registry {
  /** Host and port. */
  readonly host: string;
  /** The tags of a repository. */
  readonly tags: (repository: string) => Promise<readonly string[]>;
}

/** Starts the CNCF registry, which keeps what is pushed until the run ends. */
export async function startRegistry(cluster: Cluster): Promise<Registry> {
  const host = `127.0.0.1:${await freePort()}`;
  const file = path.join(cluster.folder, 'registry.yaml');
  fs.writeFileSync(file, JSON.stringify(configuration(host, path.join(cluster.folder, 'registry'))));
  await cluster.start({ program: 'registry', args: ['serve', file], ready: `http://${host}/v2/` });
  const tags = async (repository: string): Promise<readonly string[]> => {
    const url = `http://${host}/v2/${repository}/tags/list`;
    return fields({ tags: listOf(text) })(await requestJson(url), url).tags;
  };
  return { host, tags };
}

function configuration(addr: string, rootdirectory: string): object {
  return { version: 0.1, log: { level: 'warn' }, storage: { filesystem: { rootdirectory } }, http: { addr } };
}

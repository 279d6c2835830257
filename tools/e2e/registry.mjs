import path from 'node:path';
import fs from 'node:fs';
import { freePorts } from '../components/index.mjs';
import { requestJson } from '../components/http.mjs';

/** Starts the CNCF registry, which keeps what is pushed until the run ends. */
export async function startRegistry(cluster) {
  const [port] = await freePorts(1);
  const host = `127.0.0.1:${port}`;
  const file = path.join(cluster.folder, 'registry.yaml');
  fs.writeFileSync(file, JSON.stringify(configuration(host, path.join(cluster.folder, 'registry'))));
  await cluster.start({ program: 'registry', args: ['serve', file], ready: `http://${host}/v2/` });
  return { host, tags: async (name) => (await requestJson(`http://${host}/v2/${name}/tags/list`)).tags };
}

function configuration(addr, rootdirectory) {
  return { version: 0.1, log: { level: 'warn' }, storage: { filesystem: { rootdirectory } }, http: { addr } };
}

import fs from 'node:fs';
import path from 'node:path';
import { cacheKey, provide } from '../components';
import { fingerprint, npmCi, root } from '../setup/index.cjs';

/** The folder of Grafana's packages in this repository. */
export const source = path.join(root, 'tools', 'grafana');

const FILES = ['package.json', 'package-lock.json', '.npmrc'];

/** Installs Grafana's packages, once for a lock file; returns their folder. */
export async function installGrafana(): Promise<string> {
  return await provide(
    `grafana-${cacheKey([fingerprint(...FILES.map((name) => `tools/grafana/${name}`))])}`,
    async (draft) => {
      for (const name of FILES) fs.cpSync(path.join(source, name), path.join(draft, name));
      console.error("set-up: installing Grafana's packages");
      await npmCi(draft);
    },
  );
}

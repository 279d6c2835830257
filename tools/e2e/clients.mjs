import { load } from '../setup/load.mjs';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runChild } from '../components/index.mjs';

const { clientPaths: toolPaths } = load('tools/components');

/** kubectl against a cluster: returns what it prints, throws what it complains about. */
export function kubectlOf({ kubeconfig, folder }) {
  return client('kubectl', { KUBECONFIG: kubeconfig, KUBECACHEDIR: path.join(folder, 'kubectl') });
}

/** The two Helms against a cluster, by name; settings and caches of the user do not matter. */
export function helmsOf({ kubeconfig, folder }) {
  const helm = (name) => {
    const home = (part) => path.join(folder, name, part);
    const homes = { HELM_CACHE_HOME: home('cache'), HELM_CONFIG_HOME: home('config'), HELM_DATA_HOME: home('data') };
    return client(name, { KUBECONFIG: kubeconfig, HELM_DRIVER: 'secret', ...homes });
  };
  return { helm3: helm('helm3'), helm4: helm('helm4') };
}

/** Writes an object, or several, as a file that kubectl and Helm read; returns its path. */
export function writeYaml(folder, name, ...objects) {
  const file = path.join(folder, name);
  // JSON is YAML.
  fs.writeFileSync(file, `${objects.map((object) => JSON.stringify(object)).join('\n---\n')}\n`);
  return file;
}

function client(tool, env) {
  return async (args) => {
    const { status, error, stdout, stderr } = await runChild(toolPaths()[tool], args, {
      env: { ...process.env, ...env },
    });
    if (status === 0) return stdout;
    const reason = error?.message ?? (stderr.trim() || stdout.trim());
    throw Object.assign(new Error(`${tool} ${args.slice(0, 3).join(' ')}: ${reason}`), { stderr });
  };
}

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { clientPaths } from '../../../components';
import { runChild } from '../../../process';
import { root } from '../../../setup/index.cjs';
import type { Cluster } from '../../cluster';
import type { HelmName } from '../../kubernetes';
import { databaseFile } from './page';

/** Somebody who follows the page, with a Helm, in a namespace. */
export interface Reader {
  readonly namespace: string;
  /** Runs a command of the page; returns what it says. */
  readonly run: (command: string, status?: number) => Promise<string>;
  readonly folder: string;
}

/** A folder with the chart, the command of the package and the files of the page. */
export function readerOf(cluster: Cluster, helm: HelmName, namespace: string): Reader {
  const home = path.join(cluster.folder, `takeover-${namespace}`);
  const [folder, bin] = [path.join(home, 'clone'), path.join(home, 'clone', 'node_modules', '.bin')];
  fs.mkdirSync(bin, { recursive: true });
  fs.symlinkSync(path.join(root, 'charts'), path.join(folder, 'charts'));
  fs.writeFileSync(path.join(folder, 'database.yaml'), databaseFile());
  const paths = clientPaths();
  const programs = {
    'cdk8s-coder': `'${process.execPath}' '${path.join(root, 'lib', 'cli', 'main.js')}'`,
    helm: `'${paths[helm]}'`,
    kubectl: `'${paths.kubectl}'`,
  };
  for (const [name, program] of Object.entries(programs))
    fs.writeFileSync(path.join(bin, name), `#!/bin/sh\nexec ${program} "$@"\n`, { mode: 0o755 });
  const env = {
    ...process.env,
    ...{ PATH: `${bin}:${process.env['PATH'] ?? ''}`, KUBECONFIG: cluster.kubeconfig },
    ...{ HELM_CACHE_HOME: `${home}/cache`, HELM_CONFIG_HOME: `${home}/config`, HELM_DATA_HOME: `${home}/data` },
  };
  const run = async (command: string, expected = 0): Promise<string> => {
    const here = command.replaceAll('--namespace coder', `--namespace ${namespace}`);
    const { status, stdout, stderr } = await runChild('bash', ['-euo', 'pipefail', '-c', here], { cwd: folder, env });
    assert.equal(status, expected, `${stdout}${stderr}`);
    return `${stdout}${stderr}`;
  };
  return { namespace, run, folder };
}

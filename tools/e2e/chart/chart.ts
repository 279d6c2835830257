import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../setup/index.cjs';
import { type Access, type Client, type Helms, helmsOf, kubectlOf } from '../kubernetes';

export const chartFolder = path.join(root, 'charts', 'coder');

/** The packaged chart, with the clients of the cluster that it is for. */
export interface PackagedChart {
  readonly helms: Helms;
  readonly kubectl: Client;
  readonly archive: string;
  readonly version: string;
}

/** Packages the chart into the folder of a cluster. */
export async function packagedChart(access: Access): Promise<PackagedChart> {
  const helms = helmsOf(access);
  const folder = path.join(access.folder, 'package');
  fs.mkdirSync(folder, { recursive: true });
  await helms.helm4(['package', chartFolder, '--destination', folder]);
  const [name = 'nothing'] = fs.readdirSync(folder);
  const version = /^coder-(.+)\.tgz$/.exec(name)?.[1];
  if (version === undefined) throw new Error(`helm package wrote ${name}: expected coder-VERSION.tgz`);
  return { helms, kubectl: kubectlOf(access), archive: path.join(folder, name), version };
}

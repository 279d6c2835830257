import fs from 'node:fs';
import path from 'node:path';
import { SetUpError } from '../setup/index.cjs';
import { provide } from './cache';
import { goModule } from './go';
import { goRecipe } from './go-modules';

/** A release of Kubernetes. */
export interface KubernetesRelease {
  readonly version: string;
  /** Of its Go module, as in a go.sum. */
  readonly sum: string;
}

/** The oldest that the chart takes, one in the middle, and the one that the suites run. */
export function kubernetesReleases(): Readonly<Record<'oldest' | 'middle' | 'newest', KubernetesRelease>> {
  return {
    oldest: { version: '1.19.16', sum: 'h1:8dftf618+l3zwEU1REY0hnyfGMSw1SgHgv1QMpHHHx0=' },
    middle: { version: '1.28.15', sum: 'h1:d91N2Znk+E8REIJZlrD6za2JtIwvEypa0DB1IoU4fJ0=' },
    newest: newest(),
  };
}

function newest(): KubernetesRelease {
  const { version, folder } = goRecipe('kube-apiserver');
  const sums = fs.readFileSync(path.join(folder, 'go.sum'), 'utf8').split('\n');
  const sum = sums.find((line) => line.startsWith(`k8s.io/kubernetes v${version} `))?.split(' ')[2];
  if (sum === undefined) throw new Error(`no sum of Kubernetes ${version} in ${folder}`);
  return { version, sum };
}

const SPECIFICATION = 'swagger.json';

/** The file in which a release publishes its types, as OpenAPI 2: out of its Go module, and kept in the cache. */
export async function publishedTypes(release: KubernetesRelease): Promise<string> {
  const folder = await provide(`kubernetes-types-${release.version}`, (draft) => copyTypes(draft, release));
  return path.join(folder, SPECIFICATION);
}

/** The module, 100 MB, is not kept. */
async function copyTypes(draft: string, { version, sum }: KubernetesRelease): Promise<void> {
  const modules = path.join(draft, 'modules');
  const name = `k8s.io/kubernetes@v${version}`;
  // In a folder outside of any module, so that no go.sum is asked.
  const found = await goModule(name, draft, { GOMODCACHE: modules, GOFLAGS: '-modcacherw' });
  if (found.sum !== sum) throw new SetUpError(`the Go module ${name} has the sum ${found.sum}: expected ${sum}`);
  fs.copyFileSync(path.join(found.dir, 'api', 'openapi-spec', SPECIFICATION), path.join(draft, SPECIFICATION));
  fs.rmSync(modules, { recursive: true });
}

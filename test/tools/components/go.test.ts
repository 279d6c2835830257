import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../../../tools/process';
import { root } from '../../../tools/setup/index.cjs';
import { temporaryDirectory } from '../../support/folder';
import { share } from '../../support/share';

let folder: string;
beforeEach(() => {
  folder = temporaryDirectory();
});

function components(names: readonly string[], env: NodeJS.ProcessEnv) {
  const args = [path.join(root, 'tools', 'run.cjs'), 'components', ...names];
  return runChild(process.execPath, args, {
    env: { ...process.env, CODER_TOOLS_CACHE: path.join(folder, 'cache'), ...env },
  });
}

function pathWithGo(release: string): string {
  fs.writeFileSync(path.join(folder, 'go'), `#!/bin/sh\necho ${release}\n`, { mode: 0o755 });
  return folder;
}

test('without Go a component that is built says so in one line.', async () => {
  const { status, stderr } = await components(['prometheus'], { PATH: folder, PROMETHEUS3: '' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error: this suite needs Go 1\.\d+\S* or later on the PATH .*set PROMETHEUS3 .*\n$/);
});

test.each(share(['go1.9', 'go1.25.99', 'go1.26.0'], 3))(
  '%s is refused as too old in one line, before anything is built.',
  async (go) => {
    const { status, stderr } = await components(['etcd'], { PATH: pathWithGo(go) });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: this suite needs Go .*\n$/);
    expect(stderr).toContain(`(found: ${go})`);
  },
);

test('a binary that the environment names wins, and needs neither Go nor the cache.', async () => {
  const own = path.join(folder, 'prometheus');
  fs.writeFileSync(own, '#!/bin/sh\necho prometheus, version 3.1.4\n', { mode: 0o755 });
  const { status, stdout } = await components(['prometheus'], { PATH: folder, PROMETHEUS3: own });
  expect([status, stdout.trim().split('\t').at(-1)]).toEqual([0, own]);
  expect(fs.existsSync(path.join(folder, 'cache'))).toBe(false);
});

test('a binary of another major release is refused in one line.', async () => {
  const own = path.join(folder, 'prometheus');
  fs.writeFileSync(own, '#!/bin/sh\necho prometheus, version 2.42.0\n', { mode: 0o755 });
  const { status, stderr } = await components(['prometheus'], { PROMETHEUS3: own });
  expect(status).toBe(1);
  expect(stderr).toBe(`error: PROMETHEUS3=${own}: expected release 3, got prometheus, version 2.42.0\n`);
});

test('a component that does not exist is refused with the list of those that do.', async () => {
  const { status, stderr } = await components(['grafana'], {});
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error: no component "grafana": expected .*prometheus2.*kube-apiserver.*\n$/);
});

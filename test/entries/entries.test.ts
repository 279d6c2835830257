import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ROOT } from '../docs/markdown';
import { temporaryDirectory } from '../support/folder';
import { share } from '../support/share';

/** What a program prints; it finds the package as its users do, by its name. */
function printed(program: string, kind: 'commonjs' | 'module' = 'commonjs'): unknown {
  const args = [`--input-type=${kind}`, '--eval', program];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }));
}

/** Rooms of which an entry loads a file, and packages. */
function loadedBy(entry: string): readonly string[] {
  const files = printed(`require('${entry}'); console.log(JSON.stringify(Object.keys(require.cache)))`) as string[];
  const parts = files.map((file) => path.relative(ROOT, file).split(path.sep));
  const names = parts.map(([top, wing = '', room = '']) => (top === 'lib' ? `${wing}/${room}` : wing));
  return [...new Set(names)].sort();
}

const { exports } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>;
};
const ENTRIES = Object.keys(exports).filter((key) => key !== './package.json');

describe('the entries of the package', () => {
  test.each(share(ENTRIES, 2))('%s loads, and an ES module finds each of its names', (key) => {
    const entry = path.posix.join('cdk8s-coder', key);
    const names = printed(`console.log(JSON.stringify(Object.keys(require('${entry}'))))`) as readonly string[];
    const imported = printed(
      `import * as all from '${entry}'; console.log(JSON.stringify(Object.keys(all)))`,
      'module',
    );
    expect(names.length).toBeGreaterThan(0);
    expect(imported).toEqual(expect.arrayContaining([...names]));
  });

  test('the engine loads nothing of Coder, and no package but those whose constructs it carries', () => {
    const loaded = loadedBy('cdk8s-coder/engine');
    expect(loaded).toContain('engine/expr');
    expect(loaded.filter((name) => /^(coder|observability|cli)\//.test(name))).toEqual([]);
    expect(loaded.filter((name) => !name.includes('/'))).toEqual(['cdk8s', 'constructs']);
  });

  test('the observability kit loads nothing of Coder, no construct and no module that reaches the world', () => {
    const loaded = loadedBy('cdk8s-coder/observability');
    expect(loaded).toContain('observability/promql');
    expect(loaded.filter((name) => /^(coder|cli)\/|^engine\/(?!expr|values$)/.test(name))).toEqual([]);
    expect(loaded.filter((name) => !name.includes('/'))).toEqual([]);
  });

  test('the constructs load no other package either', () => {
    expect(loadedBy('cdk8s-coder').filter((name) => !name.includes('/'))).toEqual(['cdk8s', 'constructs']);
  });

  test('the command synth loads no construct: it is one file', () => {
    const main = path.join(ROOT, 'lib/cli/main.js');
    const args = JSON.stringify(['node', main, 'synth', '--out', path.join(temporaryDirectory(), 'out')]);
    const program = `process.argv = ${args}; console.log = () => {}; require(process.argv[1]);
      process.on('exit', () => process.stdout.write(JSON.stringify(Object.keys(require.cache))))`;
    expect(printed(program)).toEqual([main]);
  });

  test('the lint rule loads nothing but itself', () => {
    expect(loadedBy('cdk8s-coder/eslint')).toEqual(['engine/lint']);
  });

  test.each(['cdk8s-coder/lib/engine/expr', 'cdk8s-coder/lib/coder/constructs/monitors.js'])(
    '%s is not one',
    (path) => {
      const program = `try { require('${path}') } catch (error) { console.log(JSON.stringify(error.code)) }`;
      expect(printed(program)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
    },
  );

  test('package.json is one, for tools that look for the version', () => {
    expect(printed("console.log(JSON.stringify(require('cdk8s-coder/package.json').name))")).toBe('cdk8s-coder');
  });
});

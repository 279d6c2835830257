import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import {
  GOOD_USE,
  SECTIONS_USE,
  MISTAKES,
  type Plus,
  SETTINGS,
  compile,
  misuse,
  pack,
  programsFor,
  runPrograms,
  writeProject,
} from '../../tools/consumers';
import { ROOT } from '../docs/markdown';
import { share } from '../support/share';

const NEWEST = path.join(ROOT, 'node_modules/typescript7');
const OLDER = path.join(ROOT, 'node_modules/typescript');

const top = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-coder-consumers-'));
let archive = '';

beforeAll(async () => {
  archive = await pack(top);
});

afterAll(() => {
  fs.rmSync(top, { recursive: true, force: true });
});

/** A folder with what a user has installed: the package from its archive, and links to the packages beside it. */
function installed(name: string, packages: readonly string[]): string {
  const modules = path.join(top, name, 'node_modules');
  const target = path.join(modules, 'cdk8s-coder');
  fs.mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '--strip-components=1', '-C', target]);
  for (const one of ['cdk8s', 'constructs', 'yaml', ...packages]) {
    const link = path.join(modules, one);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.join(ROOT, 'node_modules', one), link, 'junction');
  }
  return path.dirname(modules);
}

function settings(name: (typeof SETTINGS)[number]['name']): (typeof SETTINGS)[number] {
  const found = SETTINGS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no settings ${name}`);
  return found;
}

describe('the packed package', () => {
  const cases: readonly (readonly [(typeof SETTINGS)[number]['name'], Plus])[] = [
    ['esm-nodenext', 'cdk8s-plus-27'],
    ['stock', 'cdk8s-plus-33'],
  ];

  test.each(share(cases, 2))(
    'compiles with the newest TypeScript and runs, in a project "%s" with %s',
    async (name, plus) => {
      const parent = installed(`${name}-run`, [plus, '@types/node']);
      const programs = programsFor(plus);
      const uses = [
        { name: 'good-use.ts', text: GOOD_USE },
        { name: 'sections.ts', text: SECTIONS_USE },
        { name: 'misuse.ts', text: misuse(true) },
      ];
      // TypeScript 6 and later take no types of packages that are not named.
      const types = ['--types', 'node'];
      const folder = writeProject(parent, settings(name), [...programs, ...uses]);
      expect(await compile(NEWEST, folder, types)).toBe('');
      const written = await runPrograms(folder);
      expect(
        programs.filter(
          (program) => ![...written.keys()].some((file) => file.startsWith(`${path.parse(program.name).name}.js`)),
        ),
      ).toEqual([]);
    },
  );

  const compilers = [
    ['the newest', NEWEST],
    ['an older', OLDER],
  ] as const;

  test.each(share(compilers, 2))(
    'compiles without cdk8s-plus and without the types of Node, with %s TypeScript',
    async (_, compiler) => {
      const parent = installed(path.basename(compiler), []);
      const sources = [
        { name: 'good-use.ts', text: GOOD_USE },
        { name: 'sections.ts', text: SECTIONS_USE },
        { name: 'misuse.ts', text: misuse(true) },
      ];
      const folder = writeProject(parent, settings('stock'), sources);
      expect(await compile(compiler, folder)).toBe('');
    },
  );

  test('says of a mistake in the props what is wrong', async () => {
    const folder = writeProject(installed('mistakes', []), settings('nodenext'), [
      { name: 'misuse.ts', text: misuse(false) },
    ]);
    const said = await compile(NEWEST, folder, ['--noEmit']);
    const errors = said.split(/^(?=misuse\.ts\()/m).filter((one) => !one.startsWith('exit code'));
    expect(errors).toHaveLength(MISTAKES.length);
    MISTAKES.forEach(({ says }, i) => {
      expect(errors[i]).toMatch(says);
    });
  });

  test('brings no package, and imports nothing in a declaration that it does not ask for', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as object;
    const { peerDependencies } = manifest as { readonly peerDependencies: object };
    const known = Object.keys(peerDependencies);
    const foreign = declarations().flatMap(({ text }) =>
      [...text.matchAll(/^(?!\s*\*).*\b(?:from |import\()["']([^."'][^"'\n]*)["']/gm)].map(([, name = '']) => name),
    );
    expect(manifest).not.toHaveProperty('dependencies');
    expect(foreign.length).toBeGreaterThan(0);
    expect([...new Set(foreign)].filter((name) => !known.includes(name) && !name.startsWith('node:'))).toEqual([]);
  });

  test('spells no large type out twice: each declaration has at most 130 kB', () => {
    expect(declarations().filter(({ text }) => text.length > 130_000)).toEqual([]);
  });
});

function declarations(): readonly { readonly file: string; readonly text: string }[] {
  const lib = path.join(ROOT, 'lib');
  const files = fs.readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  return files.map((file) => ({ file, text: fs.readFileSync(path.join(lib, file), 'utf8') }));
}

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Section } from '../../src/engine/values';
import { typescriptInterfaces } from '../../src/engine/values';
import { root } from '../setup/index.cjs';

/** Where the props are, from the top of the repository. */
export const PROPS_FILE = 'src/coder/constructs/coder-values-props.ts';

const NOTE = '// Generated from src/coder/values by `npm start`; change the declaration there.';

/** Types of values that hold expressions. */
const FROM_ENGINE = ['ListOf', 'MapOf', 'Value'];

/** The props of `Coder`, as TypeScript. */
export function propsText(values: Section): string {
  const body = typescriptInterfaces(values, 'CoderValuesProps');
  return `${[NOTE, ...importsOf(body)].join('\n')}\n\n${body}`;
}

/** What the props name and do not declare. A namespace is one that the constructs export. */
function importsOf(body: string): readonly string[] {
  const named = FROM_ENGINE.filter((name) => new RegExp(`\\b${name}<`).test(body));
  const index = fs.readFileSync(path.join(root, path.dirname(PROPS_FILE), 'index.ts'), 'utf8');
  const namespaces = [...index.matchAll(/^export type \* as (\w+) from '(.+)';$/gm)];
  return [
    `import type { ${named.join(', ')} } from '../../engine/expr';`,
    ...namespaces
      .filter(([, name = '']) => new RegExp(`\\b${name}\\.[A-Z]`).test(body))
      .map(([, name = '', file = '']) => `import type * as ${name} from '${file}';`),
  ];
}

/** Why props would not compile, in one line; `undefined` if they would. Those that are there already are not compiled again. */
export function propsProblem(text: string): string | undefined {
  const file = path.join(root, PROPS_FILE);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return undefined;
  const draft = path.join(path.dirname(file), `.props.tmp-${String(process.pid)}.ts`);
  const config = path.join(root, `.props.tmp-${String(process.pid)}.json`);
  try {
    fs.writeFileSync(draft, text);
    fs.writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', files: [draft], include: [] }));
    return firstError(compile(config), text);
  } finally {
    for (const made of [draft, config]) fs.rmSync(made, { force: true });
  }
}

function compile(config: string): string {
  const tsc = path.join(root, 'node_modules', 'typescript7', 'bin', 'tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', config, '--noEmit', '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

function firstError(said: string, text: string): string | undefined {
  const [first = ''] = said.split('\n');
  if (first === '') return undefined;
  const [, line = '', message = first] = /\.ts\((\d+),\d+\): error TS\d+: (.*)$/.exec(first) ?? [];
  const where = text.split('\n')[Number(line) - 1]?.trim() ?? PROPS_FILE;
  return `${where} would not compile: ${message} Nothing was written; correct the declaration in src/coder/values.`;
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plugin } from '../../src/engine/lint';

interface Report {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly ruleId: string | null; readonly message: string }[];
}

const fixtures = path.join(__dirname, 'fixtures');
const eslint = path.resolve(__dirname, '../../node_modules/eslint/bin/eslint.js');

/** Runs in a process of its own: rule and configuration are ES modules, which jest does not load. */
function lint(): Map<string, Report['messages']> {
  const args = [eslint, '--config', 'fixtures.eslint.mjs', '--format', 'json', '--no-inline-config', 'fixtures'];
  const reports = JSON.parse(run(args)) as readonly Report[];
  return new Map(reports.map(({ filePath, messages }) => [path.relative(fixtures, filePath), messages]));
}

/** ESLint exits with 1 when it reports something, which is what it is here for. */
function run(args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, args, { cwd: __dirname, encoding: 'utf8' });
  } catch (error) {
    const { status, stdout, stderr } = error as { status?: number; stdout?: string; stderr?: string };
    if (status !== 1) throw new Error(`eslint failed: ${stderr}`, { cause: error });
    return stdout ?? '';
  }
}

function linesMarked(fixture: string, mark: string): number[] {
  const lines = readFileSync(path.join(fixtures, fixture), 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.endsWith(`// ${mark}`) ? [index + 1] : []));
}

describe('cdk8s-coder/no-branching-on-symbolic', () => {
  const messages = lint();
  const linesOf = (fixture: string): number[] => messages.get(fixture)?.map(({ line }) => line) ?? [];
  const textsOf = (fixture: string): string =>
    messages
      .get(fixture)
      ?.map(({ message }) => message)
      .join('\n') ?? '';

  test.each([
    ['branch.ts', 'when'],
    ['logic.ts', 'ifElse'],
    ['compare.ts', 'equals'],
    ['arithmetic.ts', 'no arithmetic'],
    ['switch.ts', 'equals'],
    ['text.ts', '`interpolate` template'],
    ['spread.ts', 'merge'],
    ['spread.ts', 'concat'],
  ])('%s is reported on every marked line, and %s is named', (fixture, instead) => {
    expect(linesMarked(fixture, 'breach')).not.toHaveLength(0);
    expect(linesOf(fixture)).toEqual(linesMarked(fixture, 'breach'));
    expect(textsOf(fixture)).toContain(instead);
  });

  test('only this rule speaks', () => {
    const rules = new Set([...messages.values()].flat().map(({ ruleId }) => ruleId));
    expect([...rules]).toEqual(['cdk8s-coder/no-branching-on-symbolic']);
  });

  test('the allowed ways to use a symbolic value are not reported', () => {
    expect(messages.has('clean.ts')).toBe(true);
    expect(linesOf('clean.ts')).toEqual([]);
  });

  test('the class Expr is known in the package and in this repository', () => {
    expect(linesOf('installed.ts')).toEqual(linesMarked('installed.ts', 'breach'));
    expect(linesOf('installed.ts')).toHaveLength(2);
  });

  test('another class of that name is not symbolic', () => {
    expect(messages.has('stranger.ts')).toBe(true);
    expect(linesOf('stranger.ts')).toEqual([]);
  });

  test('a configuration without type information is told what is missing', () => {
    const { create } = plugin.rules['no-branching-on-symbolic'];
    const context = { sourceCode: { parserServices: {} } } as never;
    expect(() => create(context)).toThrow('set languageOptions.parserOptions.projectService to true');
  });
});

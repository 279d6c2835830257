import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { plugin } from '../../../src/engine/lint';

const fixtures = path.join(__dirname, 'fixtures');

const config: Linter.Config = {
  files: ['**/*.ts'],
  languageOptions: {
    parser,
    parserOptions: { project: 'tsconfig.json', tsconfigRootDir: fixtures },
  },
  linterOptions: { noInlineConfig: true },
  plugins: { 'cdk8s-coder': plugin as NonNullable<Linter.Config['plugins']>[string] },
  rules: { 'cdk8s-coder/no-branching-on-symbolic': 'error' },
};

/** A planted breach, or a use that is allowed. */
interface Line {
  readonly number: number;
  readonly text: string;
}

function linesOf(fixture: string): readonly Line[] {
  return readFileSync(path.join(fixtures, fixture), 'utf8')
    .split('\n')
    .map((text, i) => ({ number: i + 1, text }));
}

function breachesIn(fixture: string): readonly Line[] {
  return linesOf(fixture).filter(({ text }) => text.endsWith('// breach'));
}

const linter = new Linter({ cwd: fixtures });
const found = new Map(
  readdirSync(fixtures)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const filename = path.join(fixtures, file);
      return [file, linter.verify(readFileSync(filename, 'utf8'), config, { filename })] as const;
    }),
);

function reported(fixture: string): readonly (readonly [line: number, message: string])[] {
  return (found.get(fixture) ?? []).map(({ line, message }) => [line, message]);
}

const TEXT = 'build text with the `interpolate` template';
const BRANCH = 'decide with `ifElse` (a value), `optional` (a field) or `when` (a resource)';

/** What the messages of a fixture may advise. */
const ADVICE: Readonly<Record<string, readonly string[]>> = {
  'branch.ts': [BRANCH],
  'logic.ts': ['combine with `and`, `or`, `not`, `ifElse` or `firstNonEmpty`'],
  'compare.ts': [
    'compare with `equals`',
    'compare with `equals` or `lessThan`, compute with functions such as `add`',
    BRANCH,
  ],
  'arithmetic.ts': [
    `${TEXT}, add integers with \`add\`, join lists with \`concat\``,
    'compare with `equals` or `lessThan`, compute with functions such as `add`',
  ],
  'switch.ts': [`compare with \`equals\` and ${BRANCH}`],
  'text.ts': [TEXT, `${BRANCH}, ${TEXT}`],
  'spread-map.ts': ['join maps with `merge`'],
  'spread.ts': ['join lists with `concat`', 'repeat with `each`'],
};

/** What a message complains of, such as \`if\`. */
function useIn(message: string): string | undefined {
  return /^[^:]*`\.?([^`]+)`(?= *:)/.exec(message.replace('`? :`', '`?`'))?.[1];
}

describe('cdk8s-coder/no-branching-on-symbolic', () => {
  test.each(Object.entries(ADVICE))(
    '%s is reported on every marked line, and each report says what to do',
    (fixture, advice) => {
      const breaches = breachesIn(fixture);
      expect(breaches).not.toHaveLength(0);
      expect(reported(fixture).map(([line]) => line)).toEqual(breaches.map(({ number }) => number));
      expect(new Set(reported(fixture).map(([, message]) => message.replace(/^.*?(?<!\?) ?: (?!`)/, '')))).toEqual(
        new Set(advice),
      );
    },
  );

  test.each(Object.keys(ADVICE))('each report of %s names the use that stands in its line', (fixture) => {
    const lines = linesOf(fixture);
    for (const [line, message] of reported(fixture)) {
      expect(message).toMatch(/^a symbolic (value|map|list) must not (be|steer) /);
      expect(message).not.toMatch(/ (by|of|steer) ?:/);
      const { text = '' } = lines[line - 1] ?? {};
      const words = useIn(message)?.split(' ') ?? [];
      expect(
        words.filter(
          (word) => !lines.some((one) => one.number >= line - 2 && one.number <= line && one.text.includes(word)),
        ),
      ).toEqual([]);
      expect(words.length > 0 || /`|\.\.\./.test(text)).toBe(true);
    }
  });

  test('only this rule speaks', () => {
    const rules = new Set([...found.values()].flat().map(({ ruleId }) => ruleId));
    expect([...rules]).toEqual(['cdk8s-coder/no-branching-on-symbolic']);
  });

  test('the allowed ways to use a symbolic value are not reported', () => {
    expect(found.has('clean.ts')).toBe(true);
    expect(reported('clean.ts')).toEqual([]);
  });

  test('the class Expr is known in the package and in this repository', () => {
    expect(reported('installed.ts').map(([line]) => line)).toEqual(
      breachesIn('installed.ts').map(({ number }) => number),
    );
    expect(reported('installed.ts')).toHaveLength(2);
  });

  test('another class of that name is not symbolic', () => {
    expect(found.has('stranger.ts')).toBe(true);
    expect(reported('stranger.ts')).toEqual([]);
  });

  test.each([{}, { program: {} }, { esTreeNodeToTSNodeMap: {} }, { program: null, esTreeNodeToTSNodeMap: {} }])(
    'without type information in %j, it says what is missing',
    (parserServices) => {
      const { create } = plugin.rules['no-branching-on-symbolic'];
      expect(() => create({ sourceCode: { parserServices } } as never)).toThrow(
        'no-branching-on-symbolic needs type information; set languageOptions.parserOptions.projectService to true',
      );
    },
  );

  test('is a problem with a description, in a plugin that has the name of the package', () => {
    expect(plugin.meta).toEqual({ name: 'cdk8s-coder' });
    expect(plugin.rules['no-branching-on-symbolic'].meta).toMatchObject({
      type: 'problem',
      docs: { description: 'Disallow JavaScript decisions on values that only Helm knows.' },
      schema: [],
    });
  });
});

import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';
import noBranchingOnSymbolic from './eslint-rules/no-branching-on-symbolic.mjs';

const { rooms } = JSON.parse(readFileSync(new URL('architecture.json', import.meta.url), 'utf8'));

/** Rooms that touch the world: the command line and the disk. All others give the same bytes for the same input. */
const worldly = ['cli', 'engine/output', 'engine/values-file'];
const pureRooms = Object.keys(rooms).filter((room) => !worldly.includes(room));

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' };
const noClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Output must not depend on the time.',
};

const sizes = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  complexity: ['error', 10],
};

const nodeGlobals = ['Atomics', 'Buffer', 'SharedArrayBuffer', 'URL', 'console', 'process'];
const commonJsGlobals = ['__dirname', 'module', 'require'];
const readonlyGlobals = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default tseslint.config(
  {
    // The fixtures are planted breaches; the rest is written by tools.
    ignores: ['lib/', 'dist/', 'charts/', 'coverage/', '.*.tmp-*/', 'test/lint/fixtures/', 'tools/*.d.cts'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // Does not end on a recursive type such as Tree (typescript-eslint 8.73).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/strict-boolean-expressions': ['error', { allowNumber: false, allowString: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    rules: { ...sizes, 'no-console': 'error', eqeqeq: 'error' },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { coder: { rules: { 'no-branching-on-symbolic': noBranchingOnSymbolic } }, jsdoc },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: ['TSInterfaceDeclaration'],
          // An empty comment would only silence the rule.
          enableFixer: false,
        },
      ],
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  {
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setInterval', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
        { object: 'performance', property: 'now' },
      ],
      'no-restricted-syntax': ['error', noDefaultExport, noClock],
    },
  },
  {
    // The model never sees a concrete value, so it must not decide on one.
    files: ['src/coder/values/**/*.ts', 'src/coder/constructs/**/*.ts'],
    rules: { 'coder/no-branching-on-symbolic': 'error' },
  },
  {
    files: ['src/cli/**/*.ts', 'tools/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A describe block is one function; a test may assert that something is there.
      'max-lines-per-function': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Generated: as long as there are values.
    files: ['src/coder/constructs/coder-values-props.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: readonlyGlobals(nodeGlobals) },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: readonlyGlobals(commonJsGlobals) },
  },
);

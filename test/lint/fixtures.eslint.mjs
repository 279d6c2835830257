// Runs one rule alone on planted breaches; npm run lint does not look at them.
import { require as load } from 'tsx/cjs/api';
import tseslint from 'typescript-eslint';

const { plugin } = load('../../src/engine/lint/index.ts', import.meta.url);

export default [
  {
    files: ['fixtures/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: 'fixtures/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'cdk8s-coder': plugin },
    rules: { 'cdk8s-coder/no-branching-on-symbolic': 'error' },
  },
];

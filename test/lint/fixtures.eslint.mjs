// Runs one rule alone on planted breaches; npm run lint does not look at them.
import tseslint from 'typescript-eslint';
import noBranchingOnSymbolic from '../../eslint-rules/no-branching-on-symbolic.mjs';

const anyFile = process.env.ANY_FILE === 'true';

export default [
  {
    files: ['fixtures/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: 'fixtures/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { coder: { rules: { 'no-branching-on-symbolic': noBranchingOnSymbolic } } },
    rules: { 'coder/no-branching-on-symbolic': anyFile ? ['error', { anyFile }] : 'error' },
  },
];

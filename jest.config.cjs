'use strict';

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testRunner: '<rootDir>/test/support/test-runner.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // TypeScript first: a module may still have a JavaScript file of the same name beside it.
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  // lib holds a compiled copy of every module, and stand-ins for one package have one name: jest must not see them twice.
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/\\..*\\.tmp-', '<rootDir>/tools/.*/stub/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, swcrc: false },
    ],
  },
  // Against hangs only: how long a test takes depends on what else the machine does.
  testTimeout: 1_800_000,
  maxWorkers: 2,
};

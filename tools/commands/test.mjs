// npm test: further arguments go to jest.
import process from 'node:process';
import { setUp } from '../setup/index.mjs';
import { runScript } from '../setup/failure.mjs';
import { runNode } from '../setup/run.mjs';

await runScript(async () => {
  await setUp({ tools: true });
  return runNode(['node_modules/jest/bin/jest.js', ...process.argv.slice(2)]);
});

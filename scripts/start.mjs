// npm start: writes every generated file. Further arguments go to the command.
import process from 'node:process';
import { setUp } from './setup.mjs';
import { runScript } from './setup/failure.mjs';
import { runNode } from './setup/run.mjs';

await runScript(async () => {
  await setUp();
  return runNode(['lib/cli/main.js', 'generate', ...process.argv.slice(2)]);
});

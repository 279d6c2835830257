// npm start: writes every generated file.
import process from 'node:process';
import { setUp } from '../setup/index.mjs';
import { runScript } from '../setup/failure.mjs';
import { load } from '../setup/load.mjs';
import { root } from '../setup/root.mjs';

await runScript(async () => {
  await setUp({ build: false });
  process.chdir(root);
  return load('tools/pages/generate.ts').generate();
});

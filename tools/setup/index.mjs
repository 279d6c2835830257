import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { runScript, setUp as installPackages } from './index.cjs';
import { load } from './load.mjs';

export async function setUp({ build = true, tools = false } = {}) {
  await installPackages();
  if (build) await load('tools/library').updateLibrary();
  if (tools) load('tools/components').installClients();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    await setUp({ tools: process.argv.includes('--tools') });
    return 0;
  });
}

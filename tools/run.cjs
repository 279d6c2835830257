// @ts-check
'use strict';

// node tools/run.cjs NAME [ARGUMENT]...: installs packages that are stale, then runs tools/commands/NAME.ts with the arguments.
const fs = require('node:fs');
const path = require('node:path');
const { SetUpError, runScript, setUp } = require('./setup/index.cjs');

const folder = path.join(__dirname, 'commands');

void runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const known = fs.readdirSync(folder).flatMap((file) => /^([a-z0-9-]+)\.ts$/.exec(file)?.[1] ?? []);
  if (!known.includes(name)) {
    throw new SetUpError(`no command ${JSON.stringify(name)}: expected one of ${known.join(', ')}`);
  }
  await setUp();
  // Only now are the packages there, which compile TypeScript in memory.
  require('tsx/cjs/api').register();
  return await require(path.join(folder, `${name}.ts`)).main(args);
});

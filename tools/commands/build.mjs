// npm run build: compiles src into lib, whether or not lib is stale.
import { build } from '../setup/build.mjs';
import { runScript } from '../setup/failure.mjs';
import { withLock } from '../setup/lock.mjs';

await runScript(async () => {
  await withLock(build);
  return 0;
});

// npm run e2e:down: stops what npm run e2e:up keeps running.
import { stopRecorded } from '../e2e/state.mjs';
import { runScript } from '../setup/failure.mjs';

await runScript(async () => {
  const stopped = await stopRecorded();
  console.log(stopped === 0 ? 'nothing is running' : `stopped ${stopped} processes`);
  return 0;
});

// npm run simulate: serves the metrics of simulated pods, or writes a history of them. --help says how.
import process from 'node:process';
import { setUp } from '../setup/index.mjs';
import { runScript } from '../setup/failure.mjs';
import { load } from '../setup/load.mjs';
import { writeHistory } from '../simulator/command/history.mjs';
import { serve } from '../simulator/command/live.mjs';
import { helpText, parseOptions } from '../simulator/command/options.mjs';

await runScript(async () => {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    console.log(helpText);
    return 0;
  }
  await setUp();
  // Loaded late: it may have been compiled only now.
  const simulator = load('tools/simulator');
  if (options.listFaults) return listFaults(simulator);
  const now = Date.now() / 1000;
  return options.history === undefined ? serve(simulator, options, now) : writeHistory(simulator, options, now);
});

function listFaults({ FAULTS }) {
  const width = Math.max(...Object.keys(FAULTS).map((name) => name.length));
  for (const [name, { alert, description, lasts }] of Object.entries(FAULTS)) {
    console.log(`${name.padEnd(width)}  ${description} ${alert} fires after ${Math.ceil(lasts / 60)} min.`);
  }
  return 0;
}

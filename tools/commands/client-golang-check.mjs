// npm run test:client-golang: compares the metrics of the Go runtime, the process and the metrics endpoint that the simulator
// serves with those that client_golang 1.12.1 serves. Needs Go.
import { spawnSync } from 'node:child_process';
import { load } from '../setup/load.mjs';
import { differences } from '../client-golang/compare.mjs';
import { parseFamilies } from '../client-golang/parse.mjs';
import { clientGolang } from '../components/index.mjs';
import { setUp } from '../setup/index.mjs';
import { SetUpError, runScript } from '../setup/failure.mjs';

/** Releases of Go newer than coderd's say these in other words. */
const rewordedHelp = [
  'go_gc_heap_allocs_by_size_bytes_total',
  'go_gc_heap_frees_by_size_bytes_total',
  'go_gc_pauses_seconds_total',
  'go_memory_classes_heap_stacks_bytes',
  'go_memory_classes_os_stacks_bytes',
  'go_sched_latencies_seconds',
];

await runScript(async () => {
  await setUp();
  const simulated = runtimePart(parseFamilies(simulatedScrape()));
  const real = parseFamilies(realScrape(await clientGolang(), [...simulated.keys()]));
  const found = differences(simulated, real, { rewordedHelp });
  for (const line of found) console.error(line);
  const reworded = rewordedHelp.filter((name) => simulated.get(name)?.help !== real.get(name)?.help);
  console.log(`${simulated.size} metrics compared with client_golang 1.12.1: ${found.length} differences`);
  console.log(`help worded otherwise by this Go, as expected: ${reworded.join(', ') || 'none'}`);
  return found.length === 0 ? 0 : 1;
});

function simulatedScrape() {
  const { createSimulation, exposition } = load('tools/simulator');
  const start = 1_700_000_000;
  return exposition(createSimulation({ start, pods: ['coder-0'] }), 'coder-0', start + 3600);
}

function runtimePart(families) {
  return new Map([...families].filter(([name]) => /^(go|process|promhttp)_/.test(name)));
}

function realScrape(program, names) {
  const { status, error, stdout, stderr } = spawnSync(program, { input: names.join('\n'), encoding: 'utf8' });
  if (error) throw new SetUpError(`${program} did not start: ${error.message}`);
  if (status !== 0) throw new SetUpError(stderr.trim() || `${program} failed with exit code ${status}`);
  return stdout;
}

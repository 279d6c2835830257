// npm run test:client-golang: compares the metrics of the Go runtime, the process and the metrics endpoint that the simulator
// serves with those that client_golang 1.12.1 serves. Needs Go.
import { type Families, differences, parseFamilies } from '../client-golang';
import { goComponent } from '../components';
import { runChild } from '../process';
import { SetUpError } from '../setup/index.cjs';
import { createSimulation, exposition } from '../simulator';

/** Releases of Go newer than coderd's say these in other words. */
const rewordedHelp = [
  'go_gc_heap_allocs_by_size_bytes_total',
  'go_gc_heap_frees_by_size_bytes_total',
  'go_gc_pauses_seconds_total',
  'go_memory_classes_heap_stacks_bytes',
  'go_memory_classes_os_stacks_bytes',
  'go_sched_latencies_seconds',
];

export async function main(): Promise<number> {
  const simulated = runtimePart(parseFamilies(simulatedScrape()));
  const real = parseFamilies(await realScrape(await goComponent('client-golang'), [...simulated.keys()]));
  const found = differences(simulated, real, { rewordedHelp });
  for (const line of found) console.error(line);
  const reworded = rewordedHelp.filter((name) => simulated.get(name)?.help !== real.get(name)?.help);
  const named = reworded.length === 0 ? 'none' : reworded.join(', ');
  console.log(`${simulated.size} metrics compared with client_golang 1.12.1: ${found.length} differences`);
  console.log(`help worded otherwise by this Go, as expected: ${named}`);
  return found.length === 0 ? 0 : 1;
}

function simulatedScrape(): string {
  const start = 1_700_000_000;
  return exposition(createSimulation({ start, pods: ['coder-0'] }), 'coder-0', start + 3600);
}

function runtimePart(families: Families): Families {
  return new Map([...families].filter(([name]) => /^(go|process|promhttp)_/.test(name)));
}

async function realScrape(program: string, names: readonly string[]): Promise<string> {
  const { status, error, stdout, stderr } = await runChild(program, [], { input: names.join('\n') });
  if (error !== undefined) throw new SetUpError(`${program} did not start: ${error.message}`);
  if (status === 0) return stdout;
  const said = stderr.trim();
  throw new SetUpError(said === '' ? `${program} failed with exit code ${status ?? 'unknown'}` : said);
}

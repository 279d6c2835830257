import { FAULTS } from '../faults';
import { writeHistory } from './history';
import { serve } from './live';
import { helpText, parseOptions } from './options';

/** Does what the arguments of `npm run simulate` say. Throws a SetUpError of one line for arguments that are wrong. */
export async function simulate(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const now = Date.now() / 1000;
  if (options.help) console.log(helpText);
  else if (options.listFaults) listFaults();
  else if (options.history === undefined) await serve(options, now);
  else writeHistory(options, options.history, now);
}

function listFaults(): void {
  const width = Math.max(...Object.keys(FAULTS).map((name) => name.length));
  for (const [name, { alert, description, lasts }] of Object.entries(FAULTS)) {
    console.log(`${name.padEnd(width)}  ${description} ${alert} fires after ${Math.ceil(lasts / 60)} min.`);
  }
}

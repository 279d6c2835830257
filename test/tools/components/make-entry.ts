// Fills an entry of the cache slowly, and leaves a trace each time that it is made; with an argument it is killed meanwhile.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, provide } from '../../../tools/components';

async function make(draft: string): Promise<void> {
  fs.appendFileSync(path.join(cacheFolder(), 'made'), 'x');
  if (process.argv.length > 2) process.kill(process.pid, 'SIGKILL');
  await sleep(300);
  fs.writeFileSync(path.join(draft, 'program'), 'complete');
}

void provide('entry', make).then((folder) => {
  process.stdout.write(fs.readFileSync(path.join(folder, 'program')));
});

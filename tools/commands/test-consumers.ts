// The packed package in projects of users: package managers, compilers, ways to resolve modules, releases of cdk8s-plus.
import fs from 'node:fs';
import path from 'node:path';
import { installTools, pack, tryAll } from '../consumers';
import { updateLibrary } from '../library';
import { temporaryFolder } from '../process';

export async function main(): Promise<number> {
  await updateLibrary();
  const folder = temporaryFolder('consumers');
  const at = (name: string): string => path.join(folder, name);
  for (const name of ['tools', 'projects']) fs.mkdirSync(at(name));
  const [archive, tools] = [await pack(folder), await installTools(at('tools'))];
  const counts = { passed: 0, failed: 0 };
  await tryAll({ archive, tools, folder: at('projects') }, ({ what, problem }) => {
    counts[problem === '' ? 'passed' : 'failed']++;
    if (problem !== '') console.error(`FAILED ${what}\n${problem}`);
  });
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 ? 0 : 1;
}

import fs from 'node:fs';
import path from 'node:path';
import type * as Cli from '../../src/cli';
import type * as Compiled from '../../src/engine/compiled';

/** Writes the model of the library in a folder as data, which its command `synth` reads. */
export function writeModel(lib: string): void {
  const { compiledCoder } = load(lib, 'cli') as typeof Cli;
  const { pack } = load(lib, 'engine/compiled') as typeof Compiled;
  fs.writeFileSync(path.join(lib, 'model.json'), pack(compiledCoder()));
}

/** The library itself, since its sources would be compiled anew. */
function load(lib: string, room: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Its path is known only now.
  return require(path.join(lib, room)) as unknown;
}

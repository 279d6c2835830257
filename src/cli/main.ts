#!/usr/bin/env node
import type * as Commands from './index';
import { isHelp } from './arguments';
import { outcome, warn } from './outcome';
import { synth } from './synth';

/** The build makes one file of this module and of all that `synth` needs; the other commands load the constructs. */
async function main([command, ...rest]: readonly string[]): Promise<number> {
  if (command === 'synth' && !isHelp(rest)) return outcome(() => synth(rest, warn));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An `import` loads at once.
  return await (require('./index') as typeof Commands).runAny(process.argv.slice(2));
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

// npm start: writes every generated file.
import { generate } from '../pages';
import { root } from '../setup/index.cjs';

export function main(): number {
  process.chdir(root);
  return generate();
}

import { CODER_VALUES } from '../../src/coder/values';
import { type Case, environmentOf, symbolicCoder } from './law';
import { type Objects, interpret } from './manifests';

const SYMBOLIC = symbolicCoder();

/** What the model makes of an installation, whether its values are allowed or not. */
export function interpreted(one: Case): Objects {
  return interpret(SYMBOLIC, environmentOf(CODER_VALUES, one));
}

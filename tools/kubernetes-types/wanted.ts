import { CODER_VALUES } from '../../src/coder/values';
import { leavesOf } from '../../src/engine/values';

/** Types of the objects that the constructs make. */
const MODEL = ['DeploymentSpec', 'PolicyRule', 'ServiceSpec'];

/** What the values and the model ask for, by the names that they use. */
export function wantedTypes(): readonly string[] {
  const used = leavesOf(CODER_VALUES).flatMap(({ leaf }) => [...leaf.tsType.matchAll(/\bk8s\.(\w+)/g)]);
  return [...new Set([...MODEL, ...used.map(([, name = '']) => name)])].sort();
}

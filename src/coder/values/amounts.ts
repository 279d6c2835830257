import type { CoderdFacts } from '../versions';
import { type Leaf, section, text } from '../../engine/values';

/** Quantities by default. */
type Amounts = CoderdFacts['resources'];

const RESOURCES = 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/';

/** What a container asks for and may use: by default the same. */
export function resources(name: string, amounts: Amounts) {
  return section(`What the container ${name} asks for and may use.`, {
    requests: quantities('asks for', amounts),
    limits: quantities('may use', amounts),
  });
}

function quantities(verb: string, { cpu, memory, disk }: Amounts) {
  const amounts = {
    cpu: quantity('CPU, in cores.', cpu),
    memory: quantity('Memory, in bytes.', memory),
    'ephemeral-storage': quantity('Local disk, in bytes.', disk),
  };
  return section(`What the container ${verb}.`, amounts, 'amounts');
}

/** A quantity that may be left out has to allow "" whatever its default is. */
function quantity(description: string, value: string): Leaf<string> {
  const declared = text({ description, default: '', format: 'quantity', see: RESOURCES });
  return { ...declared, default: value, schema: { ...declared.schema, default: value } };
}

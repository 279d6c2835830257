import { pullSecretsOf } from '../values';
import { type Expr, type TreeMap, ifSet, unlessEmpty } from '../../engine/expr';
import type { CoderHandles } from './handles';

type Resources = CoderHandles['coderd']['resources'];

/** What a container asks for and may use, without what is left out. */
export function resourcesOf({ requests, limits }: Resources): TreeMap {
  return { requests: quantities(requests), limits: quantities(limits) };
}

function quantities(of: Resources['limits']): Expr {
  const { cpu, memory } = of;
  return unlessEmpty({ cpu: ifSet(cpu), memory: ifSet(memory), 'ephemeral-storage': ifSet(of['ephemeral-storage']) });
}

/** The Secrets with which a pod pulls its images. */
export function pullSecrets({ image }: CoderHandles): Expr {
  return unlessEmpty(pullSecretsOf(image));
}

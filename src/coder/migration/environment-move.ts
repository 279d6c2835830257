import { at, isMap } from '../../engine/values';
import type { Move } from './move';
import { type Place, dropped, left, moved } from './outcome';
import { isTrue } from './old-values';

/** Variables by name; those that are made of others stay in their order, behind them. */
export const environmentMove: Move = {
  from: 'coderd.extraEnvs',
  to: ['coderd.env', 'coderd.extraEnv'],
  convert: (value) => {
    if (!isTrue(value)) return dropped('it is empty');
    if (!isList(value)) return left('expected a list of variables with a name each');
    const last = new Map(value.map((variable) => [String(variable['name']), variable]));
    const note = last.size < value.length ? 'of a name that is there twice, the last one' : '';
    return moved([...last].map(placeOf), note);
  },
};

type Variable = Readonly<Record<string, unknown>>;

function isList(value: unknown): value is readonly Variable[] {
  return Array.isArray(value) && value.every((item) => typeof at(item, ['name']) === 'string');
}

function placeOf([name, variable]: readonly [string, Variable]): Place {
  const isMade = String(variable['value']).includes('$(');
  if (isMade) return { path: ['coderd', 'extraEnv'], value: [variable] };
  const { name: _, ...source } = variable;
  return { path: ['coderd', 'env', name], value: isMap(source) && isEmpty(source) ? { value: '' } : texts(source) };
}

/** A variable with a name alone is empty. */
function isEmpty(source: Variable): boolean {
  return (source['value'] ?? source['valueFrom'] ?? undefined) === undefined;
}

/** Numbers and booleans become the texts that were meant. */
function texts(source: Variable): Variable {
  const { value } = source;
  return ['number', 'boolean'].includes(typeof value) ? { ...source, value: String(value) } : source;
}

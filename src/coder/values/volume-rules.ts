import {
  type Expr,
  type Tree,
  concat,
  each,
  equals,
  firstShared,
  interpolate,
  isSet,
  join,
  literal,
  mergeByName,
  namedItems,
  not,
  optional,
  textAt,
  textsAt,
} from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderdFacts } from '../versions';
import { mountsOf } from './by-name';
import type { CoderValues } from './declaration';
import { secretMounts } from './mounts';

type Values = Handles<CoderValues>;

/** Of two volumes of one name, one would replace the other; and Kubernetes refuses two mounts in one place. */
export function volumeRules(values: Values, { scratch }: CoderdFacts): readonly ValueRule[] {
  const { volumes, extraVolumes, extraVolumeMounts } = values.coderd;
  const mounts = secretMounts(values);
  const own = literal(mounts.map(({ name, mountPath, isThere }) => optional(isThere, { name, mountPath })));
  const all = namedItems(volumes);
  const mounted = mountsOf(values.coderd);
  return [
    ...(['volumes', 'extraVolumes'] as const).map((key) =>
      ownedRule(key, firstShared(namesIn(key === 'volumes' ? all : extraVolumes), namesIn(own)), mounts),
    ),
    sharedRule(
      'extraVolumes',
      firstShared(namesIn(extraVolumes), namesIn(all)),
      'names that coderd.volumes does not have',
    ),
    sharedRule(
      'extraVolumeMounts',
      firstShared(textsAt(extraVolumeMounts, ['mountPath']), textsAt(concat(own, mounted), ['mountPath'])),
      'places where nothing of another value is mounted',
    ),
    twiceRule(textsAt(concat([{ mountPath: scratch.mountPath }], own, mounted), ['mountPath'])),
  ];
}

function namesIn(list: Expr<readonly Tree[]>): Expr<readonly string[]> {
  return textsAt(list, ['name']);
}

function ownedRule(key: string, name: Expr<string>, mounts: ReturnType<typeof secretMounts>): ValueRule {
  const owners = Object.fromEntries(mounts.map((mount) => [mount.name, mount.by]));
  return {
    path: `coderd.${key}`,
    broken: isSet(name),
    expected: 'names that no volume of another value has',
    got: interpolate`"${name}", that of values.${textAt(owners, name, '')}`,
  };
}

function sharedRule(key: string, text: Expr<string>, expected: string): ValueRule {
  return { path: `coderd.${key}`, broken: isSet(text), expected, got: interpolate`"${text}"` };
}

/** Without those that are there twice, there are as many. */
function twiceRule(places: Expr<readonly string[]>): ValueRule {
  const once = textsAt(mergeByName(each(places, 'string', (name) => ({ name }))), ['name']);
  return {
    path: 'coderd.volumes',
    broken: not(equals(join(places, '\n'), join(once, '\n'))),
    expected: 'another mountPath for each, where nothing of another value is mounted',
    got: 'two in one place',
  };
}

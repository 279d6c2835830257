import {
  type Expr,
  type MapOf,
  type Tree,
  concat,
  each,
  eachEntry,
  isSet,
  mergeByName,
  namedItems,
  namedTemplate,
  optional,
  textsAt,
} from '../../engine/expr';
import type { Handles } from '../../engine/values';
import type { CoderValues } from './declaration';

type Values = Handles<CoderValues>;

/** Where variables come from, all together: in the order of the list, and then of the names in the map. */
export function envFromOf({ envFrom, envFromByName }: Values['coderd']): Expr<readonly Tree[]> {
  return concat(
    envFrom,
    eachEntry(envFromByName as Expr<MapOf<never>>, 'map', (_, entry) => entry),
  );
}

/** The texts of a list, and those of a set, none of them twice, as items that have them as names. */
function namesOf(list: Expr<readonly string[]>, set: Expr<MapOf<boolean>>): Expr<readonly Tree[]> {
  return mergeByName(
    each(list, 'string', (name) => ({ name })),
    eachEntry(set, 'boolean', (name, isIn) => optional(isIn, { name })),
  );
}

/** The Secrets with which images are pulled. */
export function pullSecretsOf({ pullSecrets, pullSecretsByName }: Values['image']): Expr<readonly Tree[]> {
  return namesOf(pullSecrets, pullSecretsByName);
}

/** Hosts that may log in beside that of Coder. */
export function alternatesOf({ alternates, alternatesByName }: Values['hosts']): Expr<readonly string[]> {
  return textsAt(namesOf(alternates, alternatesByName), ['name']);
}

/** The containers beside coderd. */
export function sidecarsOf({ sidecars, sidecarsByName }: Values['coderd']): Expr<readonly Tree[]> {
  return concat(sidecars, namedItems(sidecarsByName));
}

/** Where the volumes of `coderd.volumes` are mounted. */
export function mountsOf({ volumes }: Values['coderd']): Expr<readonly Tree[]> {
  const mounts = eachEntry(volumes, (name, { mountPath, subPath, readOnly }) =>
    optional(isSet(mountPath), {
      name,
      mountPath,
      subPath: optional(isSet(subPath), subPath),
      readOnly: optional(readOnly, true),
    }),
  );
  return namedTemplate('mountsByName', mounts);
}

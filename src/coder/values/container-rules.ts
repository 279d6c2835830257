import {
  type Expr,
  type Tree,
  concat,
  firstMissing,
  firstShared,
  interpolate,
  isSet,
  namedItems,
  optional,
  textsAt,
} from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderdFacts } from '../versions';
import type { CoderValues } from './declaration';
import { secretMounts } from './mounts';

type Values = Handles<CoderValues>;
type Containers = readonly (readonly [key: string, containers: Expr<readonly Tree[]>])[];

/** What Kubernetes asks of the containers of a pod together. */
export function containerRules(values: Values, version: CoderdFacts): readonly ValueRule[] {
  const containers = containersOf(values);
  return [...mountRules(containers, values, version), ...nameRules(containers), ...portRules(containers, version)];
}

/** The containers beside those of the chart, in the order in which they start. */
function containersOf({ coderd }: Values): Containers {
  return [
    ['initContainersBeforeMigrations', coderd.initContainersBeforeMigrations],
    ['extraInitContainers', coderd.extraInitContainers],
    ['sidecars', coderd.sidecars],
    ['sidecarsByName', namedItems(coderd.sidecarsByName)],
  ];
}

/** A mount says its volume by name; coderd has one of its own. */
function mountRules(containers: Containers, values: Values, { scratch }: CoderdFacts): readonly ValueRule[] {
  const { volumes, extraVolumes, extraVolumeMounts } = values.coderd;
  const ofSecrets = secretMounts(values).map(({ name, isThere }) => optional(isThere, { name }));
  const known = textsAt(concat([{ name: scratch.name }, ...ofSecrets], namedItems(volumes), extraVolumes), ['name']);
  const places: readonly (readonly [string, Expr<readonly string[]>])[] = [
    ['extraVolumeMounts', textsAt(extraVolumeMounts, ['name'])],
    ...containers.map(([key, list]) => {
      const mounted = ['volumeMounts', 'volumeDevices'].map((field) => textsAt(list, [field, 'name']));
      return [key, concat(...mounted)] as const;
    }),
  ];
  return places.map(([key, mounted]) => {
    const missing = firstMissing(mounted, known);
    return {
      path: `coderd.${key}`,
      broken: isSet(missing),
      expected: `mounts of volumes that coderd.volumes or coderd.extraVolumes names, or of ${scratch.name}`,
      got: interpolate`the volume "${missing}"`,
    };
  });
}

/** Kubernetes takes a name once in a pod. */
function nameRules(containers: Containers): readonly ValueRule[] {
  return containers.slice(1).map(([key, list], i) => {
    const earlier = containers.slice(0, i + 1).map(([, others]) => textsAt(others, ['name']));
    const name = firstShared(textsAt(list, ['name']), concat(...earlier));
    return {
      path: `coderd.${key}`,
      broken: isSet(name),
      expected: `names that no container of ${containers
        .slice(0, i + 1)
        .map(([other]) => `coderd.${other}`)
        .join(', ')} has`,
      got: interpolate`the name "${name}"`,
    };
  });
}

/** Services and monitors find ports by their names. */
function portRules(containers: Containers, { ports }: CoderdFacts): readonly ValueRule[] {
  const own = Object.values(ports).map(({ name }) => name);
  return containers.map(([key, list]) => {
    const port = firstShared(textsAt(list, ['ports', 'name']), own);
    return {
      path: `coderd.${key}`,
      broken: isSet(port),
      expected: `names of ports that are none of ${own.join(', ')}`,
      got: interpolate`the name "${port}"`,
    };
  });
}

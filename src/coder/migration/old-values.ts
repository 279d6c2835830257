import { at } from '../../engine/values';

/** What Coder's own chart has where a file says nothing, as far as other values depend on it. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  'postgres.default.enable': true,
  'coderd.serviceSpec.type': 'LoadBalancer',
};

/** A values file of Coder's own chart. */
export interface OldValues {
  /** What the chart gets for a key. */
  readonly get: (name: string) => unknown;
  /** Whether the file says something for a key. */
  readonly has: (name: string) => boolean;
}

/** The values of a file, with the defaults of the chart. */
export function oldValues(file: unknown): OldValues {
  const given = (name: string): unknown => at(file, name.split('.'));
  return {
    get: (name) => (given(name) === undefined ? DEFAULTS[name] : given(name)),
    has: (name) => given(name) !== undefined,
  };
}

/** Whether Helm takes a value for true: also any text that is not empty, such as "false". */
export function isTrue(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** Whether Coder's chart reads `postgres.*`, which it does without its own database alone. */
export function hasExternalDatabase(old: OldValues): boolean {
  return !isTrue(old.get('postgres.default.enable'));
}

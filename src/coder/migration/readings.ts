import { isTrue } from './old-values';

/** How a value was read. */
export interface Reading {
  /** What this chart gets. */
  readonly value: unknown;
  /** What a reader has to know of it; may be `''`. */
  readonly note: string;
}

/** How a value is read. What it makes of a wrong one, the checks of this chart refuse. */
export type Read = (value: unknown) => Reading;

function plain(value: unknown, note = ''): Reading {
  return { value, note };
}

/** As it is. */
export const same: Read = (value) => plain(value);

/** Numbers and booleans become texts, as in the templates. */
export const text: Read = (value) => plain(['number', 'boolean'].includes(typeof value) ? String(value) : value);

/** A condition of a template, for which any text is true. */
export const condition: Read = (value) => {
  const read = isTrue(value);
  if (typeof value === 'boolean') return plain(read);
  return plain(read, `read as ${String(read)}, as Helm reads ${JSON.stringify(value)} in a condition`);
};

/** A switch that coderd gets as text, and reads itself. */
export const flag: Read = (value) => {
  const isText = value === 'true' || value === 'false';
  return isText ? plain(value === 'true', `read as ${value}`) : plain(value);
};

/** A number, also in quotes. */
export const integer: Read = (value) => {
  const isText = typeof value === 'string' && /^\d{1,10}$/.test(value);
  return isText ? plain(Number(value), 'read as a number') : plain(value);
};

/** A number that a template leaves out if it is 0 or empty. */
export const optionalInteger: Read = (value) => (isTrue(value) ? integer(value) : plain(''));

/** A quantity, which the template leaves out if it is empty. */
export const quantity: Read = (value) => (isTrue(value) ? text(value) : plain(''));

/** A URL, which here has no slash at its end. */
export const url: Read = (value) => {
  const isLong = typeof value === 'string' && value.endsWith('/');
  return isLong ? plain(value.replace(/\/+$/, ''), 'without the slash at its end') : plain(value);
};

/** At least one pod. */
export const replicas: Read = (value) =>
  isTrue(value) ? integer(value) : plain(1, "Coder's chart takes 0 and null for 1");

/** The domain behind the name of a namespace. */
export const clusterDomain: Read = (value) => plain(typeof value === 'string' ? value.replace(/^\.svc\./, '') : value);

/** The policy that Kubernetes has for an empty one. */
export const trafficPolicy: Read = (value) =>
  isTrue(value) ? plain(value) : plain('Cluster', 'what Kubernetes makes of none');

/** A list of one, or of none. */
export const listOfOne: Read = (value) => plain(isTrue(value) ? [value] : []);

/** A list in which nothing is twice. */
export const listOfAll: Read = (value) => plain(Array.isArray(value) ? [...new Set<unknown>(value)] : value);

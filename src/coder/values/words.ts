/** What a map beside a list says of itself. */
export const BY_NAME = 'More by name; values files merge it.';

/** The same of a set. */
export const ONES_BY_NAME = 'More, each with true; values files merge it.';

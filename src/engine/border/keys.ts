/*
 * cdk8s reads `constructor` of each map, to tell it from an object of a class, and writes maps by assignment, which loses `__proto__`. So
 * these keys cross it in disguise.
 */
const DISGUISE = '\u{f8ff}';
const UNSAFE = new RegExp(`^${DISGUISE}*(constructor|__proto__)$`, 'u');

/** A key as it crosses cdk8s. */
export function safeKey(key: string): string {
  return UNSAFE.test(key) ? DISGUISE + key : key;
}

/** The key that crossed. */
export function plainKey(key: string): string {
  return key.startsWith(DISGUISE) && UNSAFE.test(key) ? key.slice(DISGUISE.length) : key;
}

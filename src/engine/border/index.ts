/** What carries symbolic values through cdk8s constructs and back. */
export { type CapturedObject, WARNINGS, capture } from './capture';
export { conditionOf, when } from './condition';
export { type Entries, type Items, forEach, forEachEntry } from './for-each';
export { type HelmHook, type HookDeletePolicy, type HookEvent, helmHook } from './hook';
export { Manifest, type ManifestTree } from './manifest';
export { type ChartClass, released } from './released';
export { asBoolean, asList, asMap, asNumber, asText } from './tokens';
export type { Model } from './model';

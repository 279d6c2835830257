/** The kit to declare values: one declaration gives types, defaults, schema, checks, handles and reference. */
export {
  RE2_EXPECTED,
  exclusiveExpected,
  keyExpected,
  sizeExpected,
  textExpected,
  uniqueExpected,
  variantReason,
} from './beyond';
export { CHART_VERSION, CHART_VERSION_ABOUT, hasNewer } from './beside';
export { nearTo } from './near';
export { type Problem, ValuesError, checkValues, nullRefused, requireSection } from './check';
export {
  type Children,
  type Leaf,
  type LeafOptions,
  type NumberOptions,
  type PercentOptions,
  type Range,
  type Section,
  type TextListOptions,
  type TextOptions,
  type ValueRule,
  type ValueWarning,
  bool,
  choice,
  choiceList,
  int,
  intChoice,
  intOrPercent,
  intSchema,
  number,
  ofFormat,
  optionalInt,
  section,
  text,
  textList,
} from './declare';
export { type ReferenceRow, referenceRows, valuesSchema } from './document';
export { FORMATS, type Format, type FormatName, exactly, formatSchema } from './formats';
export {
  type ManifestFields,
  type ManifestListOptions,
  type ManifestMapOptions,
  manifest,
  manifestList,
  manifestMap,
} from './manifests';
export {
  ANY_JSON,
  ANY_MAP,
  ANY_TEXT,
  MAP_VALUE,
  NON_EMPTY,
  type Exclusive,
  type JsonSchema,
  type JsonType,
  type Size,
  type TextsInJson,
  type Unique,
  type Variant,
  type Variants,
} from './schema';
export { concreteHandles } from './concrete';
export { type Handles, type ValuesFile, defaultsOf, fillDefaults, handlesIn, symbolicHandles } from './handles';
export { type DeclaredValue, leavesOf } from './leaves';
export { at, isMap, put } from './maps';
export { type Narrowed, narrow } from './narrow';
export { NETWORK_EXPECTED } from './networks';
export { checkPlacement } from './placement';
export { NULLS_OF_YAML, QUOTED_IN_RE2, matchesRe2 } from './re2';
export { messageOf, rulesOf, withRules } from './rules';
export { samplesOf } from './samples';
export { asIfByChance } from './section-samples';
export type { Filled, Given, SectionList, SectionMap } from './items-types';
export { type SectionListOptions, type SectionMapOptions, type TextKey, sectionList, sectionMap } from './sections';
export { NULL_SHOWN } from './unset';
export { typescriptInterfaces } from './typescript';
export {
  type AlertLabelsOptions,
  type JsonFilesOptions,
  type TextListMapOptions,
  type TextMap,
  type TextSetOptions,
  alertAnnotations,
  alertLabels,
  annotations,
  jsonFiles,
  labels,
  textListMap,
  textMapSchema,
  textSet,
} from './text-maps';

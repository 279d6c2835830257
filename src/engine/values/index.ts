/** The kit to declare values: one declaration gives types, defaults, schema, checks, handles and reference. */
export { keyExpected, textExpected, uniqueExpected } from './beyond';
export { type Problem, ValuesError, checkValues, requireSection } from './check';
export {
  type AlertLabelsOptions,
  type Children,
  type JsonFilesOptions,
  type Leaf,
  type LeafOptions,
  type ManifestFields,
  type ManifestListOptions,
  type NumberOptions,
  type Range,
  type Section,
  type TextMap,
  type TextOptions,
  alertLabels,
  annotations,
  bool,
  choice,
  choiceList,
  int,
  intChoice,
  intOrPercent,
  jsonFiles,
  labels,
  manifest,
  manifestList,
  number,
  optionalInt,
  section,
  text,
  textList,
} from './declare';
export { type ReferenceRow, referenceRows, valuesSchema } from './document';
export { FORMATS, type Format, type FormatName, formatSchema } from './formats';
export { ANY_JSON, ANY_MAP, ANY_TEXT, type JsonSchema, type JsonType, type TextsInJson, type Unique } from './schema';
export {
  type DeclaredValue,
  type Handles,
  type ValuesFile,
  concreteHandles,
  defaultsOf,
  fillDefaults,
  handlesIn,
  leavesOf,
  symbolicHandles,
} from './handles';
export { at, isMap } from './maps';
export { typescriptInterfaces } from './typescript';

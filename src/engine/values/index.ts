/** The kit to declare values: one declaration gives types, defaults, schema, checks, handles and reference. */
export { type Problem, ValuesError, checkValues } from './check';
export {
  type Children,
  type Leaf,
  type Section,
  annotations,
  bool,
  choice,
  choiceList,
  int,
  intChoice,
  intOrPercent,
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
export { FORMATS, type Format, formatSchema } from './formats';
export { ANY_JSON, ANY_MAP, ANY_TEXT, type JsonSchema } from './schema';
export {
  type DeclaredValue,
  type Handles,
  type ValuesFile,
  at,
  concreteHandles,
  defaultsOf,
  fillDefaults,
  handlesIn,
  isMap,
  leavesOf,
  symbolicHandles,
} from './handles';
export { typescriptInterfaces } from './typescript';

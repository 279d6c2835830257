/** The value algebra: values that are known now or when Helm runs, and what they mean. */
export {
  type BuiltinName,
  type Endings,
  Expr,
  type FunctionName,
  type Json,
  type ListOf,
  type MapOf,
  type Op,
  type OpOf,
  type Placement,
  type Scalar,
  type Tree,
  type TreeMap,
  type Value,
  type ValueType,
  isExpr,
  isTreeList,
  isTreeMap,
  typeOf,
  type Loop,
} from './expr';
export { type Environment, evaluate, roundsIn } from './evaluate';
export { type ItemKind, ItemsExpr, type ItemsOf, fieldOf, itemsOf } from './items';
export { NOT_YET_KNOWN, isConcrete, literalOf, simplify, simplifyMap } from './simplify';
export { HELM_PLACEMENT, builtin, literal, namedTemplate, ref, toExpr } from './basics';
export {
  type ItemOf,
  type ListParts,
  type NamedItem,
  concat,
  each,
  eachEntry,
  loopOver,
  entry,
  merge,
  mergeByName,
  mergeShared,
  namedItems,
} from './collections';
export { and, atMost, equals, ifElse, ifSet, isSet, nonEmpty, not, optional, or, unlessEmpty } from './conditions';
export type { Units } from './amounts';
export { sha256Of } from './hash';
export { base64, sha256, toJson, toYaml } from './encodings';
export { FUNCTIONS, GREATEST, type OperandKind } from './functions';
export { type IniSection, toIni } from './ini';
export { add, divide, lessOrEqual, lessThan, max, min, modulo, multiply, quantityIn, subtract } from './integers';
export { firstMissing, firstShared, hasItem, hasKey, textAt, textsAt } from './lookups';
export { type UnitOfQuantity, unitsIn } from './quantities';
export { contains, endsWith, join, lower, replace, split, startsWith, trim, truncate, upper } from './words';
export {
  below,
  type Kind,
  isPlainMap,
  requireFields,
  requireFunction,
  requireGiven,
  requireItems,
  requireKind,
  requireMap,
  shown,
} from './given';
export { requireFinite, requireTree } from './plain';
export { DataError, PLAIN, readFields, readOnce } from './read-once';
export { fileText, firstNonEmpty, interpolate, interpolateParts, replaceEnding, shortenName } from './texts';
export { namesOf, pathsIn, variablesIn } from './refs';
export { byKey } from './order';

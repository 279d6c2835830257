/** The value algebra: values that are known now or when Helm runs, and what they mean. */
export {
  type BuiltinName,
  type Endings,
  Expr,
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
} from './expr';
export { type Environment, evaluate } from './evaluate';
export { NOT_YET_KNOWN, isConcrete, literalOf, simplify, simplifyMap } from './simplify';
export { HELM_PLACEMENT, builtin, literal, namedTemplate, ref, toExpr } from './basics';
export {
  type ItemOf,
  type ListParts,
  type NamedItem,
  concat,
  each,
  entry,
  merge,
  mergeByName,
  mergeShared,
  namedItems,
} from './collections';
export { and, atMost, equals, ifElse, ifSet, isSet, nonEmpty, not, optional, or, unlessEmpty } from './conditions';
export type { Units } from './amounts';
export { firstMissing, firstShared, hasItem, textsAt } from './lookups';
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
export { pathsIn } from './refs';

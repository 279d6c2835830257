/**
 * The engine, which knows nothing of Coder: values that are declared once, carried through any cdk8s constructs, and written as plain
 * YAML and as a parameterised Helm chart.
 */
export { Manifest, type ManifestTree, type Model, asBoolean, asList, asMap, asNumber, asText, when } from './border';
export {
  type BuiltinName,
  type Endings,
  type Environment,
  Expr,
  HELM_PLACEMENT,
  type ItemOf,
  type Json,
  type ListOf,
  type ListParts,
  type NamedItem,
  type MapOf,
  type Placement,
  type Scalar,
  type Tree,
  type TreeMap,
  type Value,
  type ValueType,
  and,
  atMost,
  builtin,
  concat,
  each,
  equals,
  evaluate,
  fileText,
  firstMissing,
  firstNonEmpty,
  firstShared,
  hasItem,
  ifElse,
  ifSet,
  interpolate,
  isExpr,
  isSet,
  literal,
  merge,
  mergeByName,
  namedItems,
  namedTemplate,
  nonEmpty,
  not,
  optional,
  or,
  replaceEnding,
  shortenName,
  textsAt,
  toExpr,
  type Units,
  unlessEmpty,
} from './expr';
export {
  type ChartDependency,
  type ChartMaintainer,
  type ChartMetadata,
  type DerivedChartProps,
  type HelmChartProps,
  deriveChart,
  renderHelmChart,
} from './helm';
export { type Files, OutputError, type WriteReport, writeDirectory, writeFile } from './output';
export { renderManifests } from './synth';
export * as values from './values-kit';
export { ValuesFileError, readValuesFiles } from './values-file';

import type { DocumentOptions, ParseOptions, ScalarTag, SchemaOptions } from 'yaml';
import { goNumber } from './go-number';

const CORE = 'tag:yaml.org,2002:';

const BOOLEANS: readonly ScalarTag[] = [
  { tag: `${CORE}bool`, default: true, test: /^([Yy]|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/, resolve: () => true },
  { tag: `${CORE}bool`, default: true, test: /^([Nn]|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/, resolve: () => false },
];

/** Every text that starts like a number is tried; what Go reads as no number is text. */
const NUMBER: ScalarTag = {
  tag: `${CORE}float`,
  default: true,
  test: /^[-+.0-9]/,
  resolve: (source) => goNumber(source) ?? source,
};

/**
 * Options with which the `yaml` package reads what Go's YAML parser, Helm's and Kubernetes', reads: the words of YAML 1.1, the numbers
 * of Go, and dates and base 60 numbers as text.
 *
 * @see https://pkg.go.dev/sigs.k8s.io/yaml/goyaml.v2
 */
export const GO_YAML: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  schema: 'failsafe',
  customTags: (tags) => [...tags, 'null', ...BOOLEANS, NUMBER],
  resolveKnownTags: false,
  merge: true,
  uniqueKeys: true,
};

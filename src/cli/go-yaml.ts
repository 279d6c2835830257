import type { DocumentOptions, ParseOptions, ScalarTag, SchemaOptions, Tags } from 'yaml';

/**
 * Options with which the `yaml` package reads what Go's YAML parser, Helm's and Kubernetes', reads: YAML 1.1, but dates and base 60
 * numbers are text, and a number has a digit before its exponent or after its point.
 */
export const GO_YAML: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  merge: true,
  uniqueKeys: true,
  customTags: (tags) => tags.filter(isRead).map(strictFloat),
};

type Tag = Tags[number];

function isRead(tag: Tag): boolean {
  return typeof tag === 'string' || !(tag.tag.endsWith(':timestamp') || ('format' in tag && tag.format === 'TIME'));
}

const FLOAT = /^[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$/;

function strictFloat(tag: Tag): Tag {
  if (typeof tag === 'string' || !tag.tag.endsWith(':float')) return tag;
  const scalar = tag as ScalarTag;
  const { test } = scalar;
  // The tag for infinity and "not a number" has no digits at all.
  if (test === undefined || test.test('.inf')) return tag;
  return { ...scalar, test: new RegExp(`(?=${test.source})(?=${FLOAT.source})`) };
}

import type * as Yaml from 'yaml';
import { printOrdinary } from './ordinary-yaml';

/** What the package takes for plain text, and Go does not: numbers with a prefix of YAML 1.2 or of Go, or with `_` anywhere. */
const NOT_PLAIN: Yaml.ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^([-+]?0[box][-+0-9a-f_]*|(?=.*_)[-+.0-9][-+.0-9a-fobxin_]*)$/i,
  resolve: (text) => text,
};

/** YAML that Go's parsers, those of Kubernetes and Helm, read back as the same data: texts are in quotes that they read as something else. */
export function printYaml(value: unknown): string {
  return printOrdinary(value) ?? printAny(value);
}

/** The library decides on whatever is not ordinary. It is loaded with the first such value, since that takes longer than a synthesis. */
export function printAny(value: unknown): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An `import` loads at once.
  const yaml = require('yaml') as Pick<typeof Yaml, 'Document' | 'visit'>;
  const document = new yaml.Document(value, { version: '1.1', compat: [NOT_PLAIN], aliasDuplicateObjects: false });
  yaml.visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && ODD.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0, defaultStringType: 'PLAIN' }).replaceAll(ALL_ODD, escaped);
}

/** Characters that end a line for Go, or that it does not read. */
const ODD = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const ALL_ODD = new RegExp(ODD, 'g');

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

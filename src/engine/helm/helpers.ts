import type { Endings, Expr, OpOf, Units } from '../expr';
import { printBlock } from './block';
import type { Helpers, PrintContext } from './expression';
import { asIncluded, hoist } from './hoist';
import { printInline } from './inline';
import type { GoSyntax } from './syntax';

/**
 * What the names of a chart's named templates begin with. Helm knows the templates of all charts in an umbrella by their names alone, so those of
 * another chart of this name must not be called the same.
 */
export function templatePrefix(chart: string): string {
  return `${chart}.cdk8s`;
}

/** The named templates of one chart. */
export class ChartHelpers implements Helpers {
  /** Name of the chart. */
  readonly chart: string;
  /** Files that templates read, by path. */
  readonly files = new Map<string, string>();
  private readonly defines = new Map<string, string>();

  constructor(chart: string) {
    this.chart = chart;
  }

  /** Includes a named part of the model. */
  include(node: OpOf<'namedTemplate'>, context: PrintContext): string {
    return `include ${this.define(node.name, () => this.body(node.of, context.syntax))} ${context.root}`;
  }

  /** Includes the template that merges maps. */
  merge(maps: readonly string[]): string {
    return `include ${this.define('merge', () => MERGE)} (list ${maps.join(' ')}) | fromJson`;
  }

  /** Includes the template that merges lists of named items. */
  mergeByName(lists: readonly string[]): string {
    return `include ${this.define('mergeByName', () => MERGE_BY_NAME)} (list ${lists.join(' ')}) | fromJsonArray`;
  }

  /** Includes the template that makes items of entries. */
  namedItems(map: string): string {
    return `include ${this.define('namedItems', () => NAMED_ITEMS)} ${map} | fromJsonArray`;
  }

  /** Includes the template that cuts a name. */
  shortenName(name: string, max: number): string {
    return `include ${this.define('shortenName', () => SHORTEN_NAME)} (list ${name} ${String(max)})`;
  }

  /** Includes the template that replaces an ending. */
  replaceEnding(text: string, endings: Endings): string {
    return `include ${this.define('replaceEnding', () => REPLACE_ENDING)} (list ${text} ${dictOf(endings)})`;
  }

  /** Compares what the templates say that two amounts are worth. */
  atMost(left: string, right: string, units: Units): string {
    const worth = (amount: string): string =>
      `(include ${this.define('worth', () => WORTH)} (list ${amount} ${dictOf(units)}) | float64)`;
    return `le ${worth(left)} ${worth(right)}`;
  }

  /** Includes the template that looks for an item. */
  hasItem(list: string, field: string, text: string): string {
    return `eq (include ${this.define('hasItem', () => HAS_ITEM)} (list ${list} ${JSON.stringify(field)} ${text})) "true"`;
  }

  /** Includes the template that finds texts. */
  textsAt(list: string, path: readonly string[]): string {
    const name = this.define('textsAt', () => TEXTS_AT.replaceAll('CHART', templatePrefix(this.chart)));
    const keys = ['list', ...path.map((key) => JSON.stringify(key))].join(' ');
    return `include ${name} (list ${list} (${keys})) | fromJsonArray`;
  }

  /** Includes the template that compares texts. */
  firstText(texts: string, others: string, isShared: boolean): string {
    return `include ${this.define('firstText', () => FIRST_TEXT)} (list ${texts} ${others} ${String(isShared)})`;
  }

  /** Keeps a file; its path. */
  file(path: string, text: string): string {
    const known = this.files.get(path);
    if (known !== undefined && known !== text) throw new Error(`two files of the chart are called ${path}`);
    this.files.set(path, text);
    return path;
  }

  /** Includes the template that prints maps and lists. */
  yaml(collection: string): string {
    const name = this.define('yaml', () => YAML.replaceAll('CHART', templatePrefix(this.chart)));
    return `include ${name} ${collection}`;
  }

  /** The text of `_helpers.tpl`, in order of name. */
  print(): string {
    const sorted = [...this.defines].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([name, body]) => printDefine(name, body)).join('\n');
  }

  private define(name: string, body: () => string): string {
    const full = `${templatePrefix(this.chart)}.${name}`;
    if (!this.defines.has(full)) {
      // Set first: a body may refer to other named templates.
      this.defines.set(full, '');
      this.defines.set(full, body());
    }
    return JSON.stringify(full);
  }

  private body(of: Expr, syntax: GoSyntax): string {
    const context: PrintContext = { syntax, helpers: this, root: '.', variables: {}, named: asIncluded };
    const isBlock = of.type === 'map' || of.type === 'list';
    const { variables, lines } = hoist(
      (inner) => (isBlock ? printBlock(of, 0, inner) : [printInline(of, inner)]),
      context,
    );
    return [...variables.map((variable) => `{{- ${variable} -}}`), ...lines].join('\n');
  }
}

function dictOf(texts: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(texts).map(([key, value]) => `${JSON.stringify(key)} ${JSON.stringify(value)}`);
  return `(dict ${pairs.join(' ')})`;
}

/** A named template. */
export function printDefine(name: string, body: string): string {
  return `{{- define ${JSON.stringify(name)} -}}\n${body}\n{{- end }}\n`;
}

/** `append` copies its list, so that a long one would take a time that grows with its square: what is made one by one is printed. */
const YAML = `{{- /* As toYaml, but exact: that loses line ends at the end of a text, and any text with a control character. */ -}}
{{- $break := "" }}
{{- if and (kindIs "map" .) . }}
{{- range $key, $value := . }}
{{- $text := include "CHART.yaml" $value }}
{{- $isBlock := and (or (kindIs "map" $value) (kindIs "slice" $value)) (not (empty $value)) }}
{{- printf "%s%q:%s" $break $key (ternary (nindent 2 $text) (printf " %s" $text) $isBlock) }}
{{- $break = "\\n" }}
{{- end }}
{{- else if and (kindIs "slice" .) . }}
{{- range $value := . }}
{{- printf "%s- %s" $break (include "CHART.yaml" $value | indent 2 | trimPrefix "  ") }}
{{- $break = "\\n" }}
{{- end }}
{{- else if kindIs "string" . }}
{{- quote . }}
{{- else if kindIs "slice" . }}
{{- "[]" }}
{{- else }}
{{- toJson . }}
{{- end }}`;

const MERGE = `{{- /* One map out of several; of entries with the same key the last one counts. */ -}}
{{- $merged := dict }}
{{- range $map := . }}
{{- range $key, $value := $map }}
{{- $_ := set $merged $key $value }}
{{- end }}
{{- end }}
{{- toJson $merged }}`;

const MERGE_BY_NAME = `{{- /* One list out of several; of items with the same name the last one counts, at the place of the first. */ -}}
{{- $names := dict }}
{{- $items := dict }}
{{- range $list := . }}
{{- range $item := $list }}
{{- $name := toJson $item }}
{{- if kindIs "map" $item }}
{{- $name = toString $item.name }}
{{- end }}
{{- if not (hasKey $items $name) }}
{{- $_ := set $names (printf "%09d" (len $names)) $name }}
{{- end }}
{{- $_ := set $items $name $item }}
{{- end }}
{{- end }}
{{- $break := "[" }}
{{- range $name := $names }}
{{- $break }}{{ get $items $name | toJson }}
{{- $break = "," }}
{{- end }}
{{- ternary "[]" "]" (empty $names) }}`;

const NAMED_ITEMS = `{{- /* The entries of a map as a list of items, each with its key as its name; what is not a map is left out. */ -}}
{{- $break := "[" }}
{{- range $name, $item := . }}
{{- if kindIs "map" $item }}
{{- $break }}{{ set (omit $item "name") "name" $name | toJson }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- ternary "[]" "]" (eq $break "[") }}`;

const SHORTEN_NAME = `{{- /* A name, cut where it is too long; a hash of the whole then keeps it unique. */ -}}
{{- $name := toString (index . 0) }}
{{- $max := index . 1 }}
{{- if le (len $name) $max }}
{{- $name }}
{{- else }}
{{- regexReplaceAll "[^a-zA-Z0-9]+$" (trunc (int (sub $max 9)) $name) "" }}-{{ sha256sum $name | trunc 8 }}
{{- end }}`;

const REPLACE_ENDING = `{{- /* A text whose ending is replaced where it is one of a table. */ -}}
{{- $text := index . 0 }}
{{- $done := $text }}
{{- range $ending, $other := index . 1 }}
{{- if hasSuffix $ending $text }}
{{- $done = print (trimSuffix $ending $text) $other }}
{{- end }}
{{- end }}
{{- $done }}`;

const WORTH = `{{- /* What an amount is worth: each number in the text times its unit, in all. */ -}}
{{- $units := index . 1 }}
{{- $sum := float64 0 }}
{{- range $piece := regexFindAll "([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[A-Za-z%]*" (toString (index . 0)) -1 }}
{{- $number := regexFind "^([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?" $piece }}
{{- $sum = addf $sum (mulf $number (get $units (trimPrefix $number $piece) | default "0")) }}
{{- end }}
{{- $sum | toJson }}`;

const HAS_ITEM = `{{- /* Whether a map in a list has a text in a field, or the list the text. */ -}}
{{- $field := index . 1 }}
{{- $text := index . 2 }}
{{- $found := and (eq $field "") (has $text (index . 0)) }}
{{- range $item := index . 0 }}
{{- if kindIs "map" $item }}
{{- if and (hasKey $item $field) (eq (toJson (get $item $field)) (toJson $text)) }}
{{- $found = true }}
{{- end }}
{{- end }}
{{- end }}
{{- $found }}`;

const TEXTS_AT = `{{- /* The texts at a path of keys, through maps and lists. */ -}}
{{- $value := index . 0 }}
{{- $path := index . 1 }}
{{- $break := "[" }}
{{- if kindIs "slice" $value }}
{{- range $item := $value }}
{{- $texts := include "CHART.textsAt" (list $item $path) | trimPrefix "[" | trimSuffix "]" }}
{{- if $texts }}
{{- $break }}{{ $texts }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- else if and (empty $path) (kindIs "string" $value) }}
{{- $break }}{{ toJson $value }}
{{- $break = "," }}
{{- else if and (not (empty $path)) (kindIs "map" $value) }}
{{- if hasKey $value (first $path) }}
{{- $break }}{{ include "CHART.textsAt" (list (get $value (first $path)) (rest $path)) | trimPrefix "[" | trimSuffix "]" }}
{{- $break = "," }}
{{- end }}
{{- end }}
{{- ternary "[]" "]" (eq $break "[") }}`;

const FIRST_TEXT = `{{- /* The first text that is among others, or that is not. */ -}}
{{- $others := dict }}
{{- range $text := index . 1 }}
{{- $_ := set $others $text true }}
{{- end }}
{{- $isShared := index . 2 }}
{{- $isOpen := true }}
{{- range $text := index . 0 }}
{{- if and $isOpen (eq $isShared (hasKey $others $text)) }}
{{- $isOpen = false }}
{{- $text }}
{{- end }}
{{- end }}`;

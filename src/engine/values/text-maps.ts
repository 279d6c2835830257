import { type MapOf, requireGiven } from '../expr';
import { type Leaf, type LeafOptions, leaf, ofFormat, textListSchema } from './declare';
import type { FormatName } from './formats';
import { at } from './maps';
import { requireOptions } from './options';
import { ANY_TEXT, type JsonSchema, type TextsInJson, orNull } from './schema';

/** A map of texts, such as labels. */
export type TextMap = Readonly<Record<string, string>>;

/** Declares a map of labels: keys and values in the grammar of Kubernetes labels. */
export function labels(options: LeafOptions<TextMap>): Leaf<TextMap> {
  return textMap('labels', textMapSchema(ofFormat('labelKey'), orNull(ofFormat('labelValue'))), options);
}

/** What `alertLabels` takes beside a description and a default. */
export interface AlertLabelsOptions extends LeafOptions<TextMap> {
  /** Labels that the rules set themselves; Prometheus sets `alertname`. None of them can be given. */
  readonly reserved?: readonly string[];
}

/**
 * Declares a map of labels that Prometheus gives to alerts: names that Prometheus 2 takes, values any text, in which Prometheus
 * fills in labels and the value, such as `{{ $labels.pod }}` or `{{ $value | humanize }}`.
 */
export function alertLabels(options: AlertLabelsOptions): Leaf<TextMap> {
  requireOptions('alertLabels', options);
  const { reserved = [] } = options;
  const names = { ...ofFormat('alertLabelName'), reserved: ['alertname', ...reserved] };
  return textMap('alertLabels', textMapSchema(names, orNull(ofFormat('alertText'))), options);
}

/**
 * Declares a map of annotations that Prometheus gives to alerts: names that Prometheus 2 takes, values any text, in which Prometheus fills in
 * labels and the value, such as `{{ $labels.pod }}` or `{{ $value | humanize }}`.
 */
export function alertAnnotations(options: LeafOptions<TextMap>): Leaf<TextMap> {
  return textMap('alertAnnotations', textMapSchema(ofFormat('alertLabelName'), orNull(ofFormat('alertText'))), options);
}

/** Declares a map of annotations: keys in the grammar of labels, values any text. */
export function annotations(options: LeafOptions<TextMap>): Leaf<TextMap> {
  return textMap('annotations', textMapSchema(ofFormat('labelKey'), orNull(ANY_TEXT)), options);
}

/** The schema of a map of texts. */
export function textMapSchema(keys: JsonSchema, texts: JsonSchema): JsonSchema {
  return { type: 'object', title: 'a map of texts', propertyNames: keys, additionalProperties: texts };
}

function textMap(definition: string, schema: JsonSchema, options: LeafOptions<TextMap>): Leaf<TextMap> {
  requireOptions(definition, options);
  return leaf('map', 'MapOf<string | null>', { definition, ...schema }, options);
}

/** What a map of lists of texts says of itself. */
export interface TextListMapOptions extends LeafOptions<Readonly<Record<string, readonly string[]>>> {
  /** Grammar of the keys. */
  readonly names: FormatName;
  /**
   * Grammar of the texts.
   *
   * @default - any text without control characters
   */
  readonly format?: FormatName;
}

/**
 * Declares a map of lists of texts, such as the host names of addresses: values files merge the map, and replace the list of a key. No list has a
 * text twice. `eachEntry` goes through it, with `list` as the type.
 *
 * @example values.textListMap({ description: 'Hosts of addresses.', default: {}, names: 'ipAddress', format: 'dnsSubdomain' })
 */
export function textListMap(options: TextListMapOptions): Leaf<MapOf<readonly string[]>> {
  requireOptions('textListMap', options);
  const { names, format } = options;
  requireNames('textListMap', options);
  const { definition: _, ...lists } = textListSchema({ ...(format === undefined ? {} : { format }), isSet: true });
  const schema: JsonSchema = {
    type: 'object',
    title: 'a map of lists of texts',
    propertyNames: ofFormat(names),
    additionalProperties: orNull(lists),
  };
  return leaf('map', 'MapOf<ListOf<string> | null>', schema, options);
}

/** What a set of texts says of itself. */
export interface TextSetOptions extends LeafOptions<Readonly<Record<string, boolean>>> {
  /** Grammar of the texts. */
  readonly names: FormatName;
}

/**
 * Declares a set of texts, which values files merge: a map in which those that belong to it are true. `eachEntry` goes through it, with `boolean`
 * as the type.
 *
 * @example values.textSet({ description: 'Hosts.', default: { 'a.example.com': true }, names: 'dnsSubdomain' })
 */
export function textSet(options: TextSetOptions): Leaf<MapOf<boolean>> {
  requireOptions('textSet', options);
  requireNames('textSet', options);
  const schema: JsonSchema = {
    definition: `${options.names}-switches`,
    type: 'object',
    title: 'a map of true and false',
    propertyNames: ofFormat(options.names),
    additionalProperties: { type: ['boolean', 'null'], title: 'true or false' },
  };
  return leaf('map', 'MapOf<boolean | null>', schema, options);
}

function requireNames(kind: string, options: unknown): void {
  requireGiven(at(options, ['names']) !== undefined, `${kind}: options.names`, 'the name of a format', undefined);
}

/** What a map of files says of itself. */
export interface JsonFilesOptions extends LeafOptions<TextMap> {
  /** Names of files that are not allowed, since others have them. */
  readonly taken: readonly string[];
  /** Keys that must be texts in each file, those of no other file, and the texts that are not allowed there. */
  readonly texts: TextsInJson;
}

/** Declares a map of files: by their names, which end in `.json`, maps written as JSON. */
export function jsonFiles(options: JsonFilesOptions): Leaf<TextMap> {
  requireOptions('jsonFiles', options);
  const { taken, texts } = options;
  const propertyNames: JsonSchema = {
    type: 'string',
    pattern: '^[a-zA-Z0-9][-\\w.]*\\.json$',
    maxLength: 253,
    title: 'the name of a file that ends in .json',
    taken,
  };
  const schema: JsonSchema = {
    type: 'object',
    title: 'a map of files in JSON',
    propertyNames,
    additionalProperties: { ...orNull(ANY_TEXT), json: texts },
  };
  return leaf('map', 'MapOf<string | null>', schema, options);
}

import { type Definitions, type Enums, type Schema, reached, shortName, targetOf } from './schema';

/** What is known of a release of Kubernetes. */
export interface Kubernetes {
  readonly version: string;
  readonly definitions: Definitions;
  readonly enums: Enums;
}

const SCALARS: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'number | string',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'number | string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'Json',
};

const HEADER = (
  version: string,
): string => `// Generated from the API of Kubernetes ${version} by \`npm run generate:kubernetes\`.
// Descriptions: The Kubernetes Authors, Apache-2.0.
import type { Json, ListOf, MapOf, Value } from '../../engine/expr';
`;

/** TypeScript interfaces of the wanted types and of all that they lead to. */
export function kubernetesTypes(kubernetes: Kubernetes, wanted: readonly string[]): string {
  const names = reached(kubernetes.definitions, wanted).filter((name) => !Object.hasOwn(SCALARS, name));
  const twice = names.find((name, i) => i > 0 && shortName(name) === shortName(names[i - 1] ?? ''));
  if (twice !== undefined) throw new Error(`two types of Kubernetes are called ${shortName(twice)}`);
  return [HEADER(kubernetes.version), ...names.map((name) => typeOf(name, kubernetes))].join('\n');
}

function typeOf(name: string, { definitions, enums }: Kubernetes): string {
  const { description = '', properties = {}, required = [] } = definitions[name] ?? {};
  const fields = Object.entries(properties).map(([key, schema]) => {
    const type = fieldType(schema, enums.get(`${name.split('.').slice(-3).join('.')}.${key}`));
    const member = required.includes(key) ? `${key}: Value<${type}>` : `${key}?: Value<${type}> | undefined`;
    return `${comment(schema.description)}readonly ${member};\n`;
  });
  return `${comment(description)}export interface ${shortName(name)} {\n${fields.join('\n')}}\n`;
}

function fieldType(schema: Schema, words: readonly string[] | undefined): string {
  const target = targetOf(schema);
  if (target !== undefined) return SCALARS[target] ?? shortName(target);
  if (schema.items !== undefined) return `ListOf<${fieldType(schema.items, words)}>`;
  if (schema.additionalProperties !== undefined) return `MapOf<${fieldType(schema.additionalProperties, undefined)}>`;
  if (words !== undefined) return words.map((word) => JSON.stringify(word)).join(' | ');
  return plainType(schema);
}

function plainType({ type, format }: Schema): string {
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean' || type === 'string') return type;
  throw new Error(`no TypeScript type for the type ${String(type)}, format ${String(format)}`);
}

/** The first sentence, on one line. */
function comment(description = ''): string {
  const [sentence = ''] = description.split(/(?<!\b(?:e\.g|i\.e|etc|vs))\.(?:\s|$)|\n\s*\n|\s+More info:/);
  const line = sentence.replaceAll(/\s+/g, ' ').replaceAll('*/', '*\u200b/').trim();
  return line === '' ? '' : `/** ${line.replace(/\.?$/, '.')} */\n`;
}

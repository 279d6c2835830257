/** A schema in the OpenAPI document of Kubernetes, as far as it says something about types. */
export interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
}

/** Every schema of the document, by its full name, for example `io.k8s.api.core.v1.EnvVar`. */
export type Definitions = Readonly<Record<string, Schema>>;

/** The allowed texts of fields, by `group.version.Kind.field`, for example `core.v1.Toleration.operator`. */
export type Enums = ReadonlyMap<string, readonly string[]>;

/** The full name that a schema refers to, or undefined when it spells out its own type. */
export function targetOf({ $ref }: Schema): string | undefined {
  return $ref?.replace('#/definitions/', '');
}

/** The last word of a full name: what Kubernetes itself calls the type. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Full names of the wanted types and of all that their fields lead to, in the order of their short names. */
export function reached(definitions: Definitions, wanted: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    references(definitions[name] ?? {}).forEach(visit);
  };
  wanted.map((name) => fullName(definitions, name)).forEach(visit);
  return [...found].sort((a, b) => (shortName(a) < shortName(b) ? -1 : 1));
}

/** The stable type of that short name, in the newest version of its group. */
function fullName(definitions: Definitions, short: string): string {
  const named = Object.keys(definitions).filter((full) => new RegExp(`\\.v\\d+\\.${short}$`).test(full));
  const [name, ...older] = named.sort((a, b) => versionOf(b) - versionOf(a));
  if (name !== undefined && older.every((other) => groupOf(other) === groupOf(name))) return name;
  const found = name === undefined ? 'none' : named.join(', ');
  throw new Error(
    `the values or the model use the type k8s.${short}: expected one stable type of Kubernetes, found ${found}`,
  );
}

function versionOf(name: string): number {
  return Number(/\.v(\d+)\.\w+$/.exec(name)?.[1]);
}

function groupOf(name: string): string {
  return name.replace(/\.v\d+\.\w+$/, '');
}

function references(schema: Schema): readonly string[] {
  const own = targetOf(schema);
  const parts = [schema.items, schema.additionalProperties, ...Object.values(schema.properties ?? {})];
  return [
    ...(own === undefined ? [] : [own]),
    ...parts.flatMap((part) => (part === undefined ? [] : references(part))),
  ];
}

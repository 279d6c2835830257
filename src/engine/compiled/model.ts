import type { Expr, Loop, Placement, TreeMap } from '../expr';
import {
  type Children,
  type Handles,
  type JsonSchema,
  type Section,
  type ValueRule,
  type ValueWarning,
  rulesOf,
  symbolicHandles,
} from '../values';

/** One Kubernetes object whose fields may depend on values. */
export interface ModelObject {
  /** Kind of the object, such as `Service`. */
  readonly kind: string;
  /** What it is there once for, the outermost first. */
  readonly loops: readonly Loop[];
  /** When the object exists. */
  readonly condition: Expr<boolean>;
  /** All its fields. */
  readonly tree: TreeMap;
}

/** All that is needed to write a model for any values. */
export interface CompiledModel {
  /** The values, without functions. */
  readonly values: Section;
  /** The rules between them. */
  readonly rules: readonly ValueRule[];
  /** What is said of some of them. */
  readonly warnings: readonly ValueWarning[];
  /** Where it goes if nobody says. */
  readonly placement: Placement<string>;
  /** Its objects, in the order in which they are to be applied. */
  readonly objects: readonly ModelObject[];
}

/** What a compiled model is made of. */
export interface ModelProps<C extends Children> extends Pick<CompiledModel, 'placement'> {
  /** The declaration of its values. */
  readonly values: Section<C>;
  /** Its objects, made with the symbolic handles of the values; hooks are for charts alone. */
  readonly objects: readonly (ModelObject & { readonly hookEvents: readonly string[] })[];
  /** What is said of some values. */
  readonly warnings: (values: Handles<Section<C>>) => readonly ValueWarning[];
}

/** A model as data: functions and words that only people read are left out. */
export function compiledModel<C extends Children>(props: ModelProps<C>): CompiledModel {
  const { values, objects, placement } = props;
  const handles = symbolicHandles(values);
  return {
    values: bare(values) as Section,
    rules: rulesOf(values, handles),
    warnings: props.warnings(handles),
    placement,
    objects: objects
      .filter(({ hookEvents }) => hookEvents.length === 0)
      .map(({ kind, loops, condition, tree }) => ({ kind, loops, condition, tree })),
  };
}

type Node = Children[string];

function bare(node: Node): Node {
  if (node.kind === 'section') {
    const children = Object.entries(node.children).map(([key, child]) => [key, bare(child)] as const);
    return { kind: 'section', description: '', children: Object.fromEntries(children) };
  }
  const { item } = node;
  const kept = { ...node, description: '', tsType: '', schema: bareSchema(node.schema) };
  return item === undefined ? kept : { ...kept, item: bare(item) as Section };
}

/** Of an item of sections, all its values have words too. */
function bareSchema(whole: JsonSchema): JsonSchema {
  const { description: _, default: __, ...schema } = whole;
  const { items, properties, additionalProperties: entries } = schema;
  if (schema.shape === undefined) return schema;
  const fields = Object.entries(properties ?? {}).map(([key, field]) => [key, bareSchema(field)] as const);
  return {
    ...schema,
    ...(items === undefined ? {} : { items: bareSchema(items) }),
    ...(properties === undefined ? {} : { properties: Object.fromEntries(fields) }),
    ...(entries === undefined || entries === false ? {} : { additionalProperties: bareSchema(entries) }),
  };
}

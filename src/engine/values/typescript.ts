import type { Leaf, Section } from './declare';

/** One TypeScript interface per section, with the declaration's words as doc comments: what people see in an editor. */
export function typescriptInterfaces(section: Section, name: string): string {
  return interfaces(section, name).join('\n');
}

function interfaces(section: Section, name: string): readonly string[] {
  const members = Object.entries(section.children).map(([key, child]) => member(key, child, name));
  const own = `/** ${section.description} */\nexport interface ${name} {\n${members.join('\n\n')}\n}\n`;
  const nested = Object.entries(section.children).flatMap(([key, child]) => {
    const inner = child.kind === 'section' ? child : child.item;
    return inner === undefined ? [] : interfaces(inner, interfaceName(name, key));
  });
  return [own, ...nested];
}

function member(key: string, child: Leaf | Section, parent: string): string {
  const field = /^[A-Za-z_]\w*$/.test(key) ? key : `'${key}'`;
  if (child.kind === 'section') {
    return `  /** ${child.description} */\n  readonly ${field}?: ${interfaceName(parent, key)} | undefined;`;
  }
  const see = child.see === undefined ? [] : [`   * @see ${child.see}`];
  const lines = [
    '  /**',
    `   * ${child.description}`,
    '   *',
    `   * @default ${JSON.stringify(child.default)}`,
    ...see,
    '   */',
  ];
  return `${lines.join('\n')}\n  readonly ${field}?: Value<${typeOfLeaf(child, interfaceName(parent, key))}> | undefined;`;
}

/** A list or a map of sections has items of an interface of their own. */
function typeOfLeaf({ item, type, tsType }: Leaf, itemName: string): string {
  if (item === undefined) return tsType;
  return type === 'list' ? `readonly ${itemName}[]` : `Readonly<Record<string, ${itemName} | null>>`;
}

function interfaceName(parent: string, key: string): string {
  const words = key.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return parent.replace(/Props$/, '') + words.join('') + 'Props';
}

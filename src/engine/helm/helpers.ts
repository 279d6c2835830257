import { type Expr, type OpOf, type Tree, isExpr, requireGiven, typeOf } from '../expr';
import { printBlock } from './block';
import type { Helpers, PrintContext } from './context';
import { asIncluded, hoist } from './hoist';
import { printInline } from './inline';

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
  /** Numbers of the bodies that print data. */
  private readonly bodies = new Map<string, number>();
  /** What the model gives each name to. */
  private readonly parts = new Map<string, Set<Expr>>();

  constructor(chart: string) {
    this.chart = chart;
  }

  /**
   * Includes a named part of the model.
   *
   * @throws when another part has the name, or a template of the engine.
   */
  include({ name, of }: OpOf<'namedTemplate'>, { syntax, root }: PrintContext): string {
    const body = (): string => this.body(of, { syntax, variables: {} });
    const parts = this.parts.get(name) ?? new Set();
    if (parts.size === 0) this.requireFree(name, !this.defines.has(this.full(name)));
    this.parts.set(name, parts);
    const defined = this.define(name, body);
    if (!parts.has(of)) this.requireFree(name, this.defines.get(this.full(name)) === body());
    parts.add(of);
    return `include ${defined} ${root}`;
  }

  private requireFree(name: string, isFree: boolean): void {
    requireGiven(isFree, 'namedTemplate: name', 'a name that nothing else in the chart has', name);
  }

  /** Includes a named template. */
  template(name: string, body: string, argument: string): string {
    return this.includeOwn(name, body.replaceAll('CHART', templatePrefix(this.chart)), argument);
  }

  private includeOwn(name: string, body: string, argument: string): string {
    this.requireFree(name, !this.parts.has(name));
    return `include ${this.define(name, () => body)} ${argument}`;
  }

  /** Includes a template that prints a collection, and reads what it prints. */
  data(collection: Tree, { syntax, root, variables }: PrintContext): string {
    const names = Object.keys(variables);
    const inside = Object.fromEntries(names.map((name) => [name, `$.${name}`]));
    const body = this.body(collection, { syntax, variables: inside, isData: true });
    const number = this.bodies.get(body) ?? this.bodies.size + 1;
    this.bodies.set(body, number);
    const pairs = names.flatMap((name) => (body.includes(`$.${name}`) ? [`"${name}" ${variables[name] ?? ''}`] : []));
    const argument = pairs.length === 0 ? root : `(merge (dict ${pairs.join(' ')}) ${root})`;
    const reader = typeOf(collection) === 'list' ? 'fromYamlArray' : 'fromYaml';
    return `${this.includeOwn(`data${String(number)}`, body, argument)} | ${reader}`;
  }

  /** Keeps a file; its path. */
  file(path: string, text: string): string {
    const known = this.files.get(path);
    if (known !== undefined && known !== text) throw new Error(`two files of the chart are called ${path}`);
    this.files.set(path, text);
    return path;
  }

  /** The text of `_helpers.tpl`, in order of name. */
  print(): string {
    const sorted = [...this.defines].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([name, body]) => printDefine(name, body)).join('\n');
  }

  private full(name: string): string {
    return `${templatePrefix(this.chart)}.${name}`;
  }

  private define(name: string, body: () => string): string {
    const full = this.full(name);
    if (!this.defines.has(full)) {
      // Set first: a body may refer to other named templates.
      this.defines.set(full, '');
      this.defines.set(full, body());
    }
    return JSON.stringify(full);
  }

  private body(of: Tree, inside: Pick<PrintContext, 'syntax' | 'variables' | 'isData'>): string {
    const context: PrintContext = { ...inside, helpers: this, root: '.', named: asIncluded };
    const isBlock = !isExpr(of) || of.type === 'map' || of.type === 'list';
    const { variables, lines } = hoist(
      (inner) => (isBlock ? printBlock(of, 0, inner) : [printInline(of, inner)]),
      context,
    );
    return [...variables.map((variable) => `{{- ${variable} -}}`), ...lines].join('\n');
  }
}

/** A named template. */
export function printDefine(name: string, body: string): string {
  return `{{- define ${JSON.stringify(name)} -}}\n${body}\n{{- end }}\n`;
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

/** One entry of the package. */
interface Entry {
  /** What a program imports, such as `cdk8s-coder/engine`. */
  readonly specifier: string;
  readonly title: string;
  /** Compiled declarations. */
  readonly types: string;
}

/** One thing that an entry exports. */
export interface Exported {
  /** As it is imported; what a namespace holds has the namespace in front. */
  readonly name: string;
  /** Its doc comment, without stars; empty where there is none. */
  readonly comment: string;
  readonly declarations: readonly string[];
  /** The file of `src` that declares it. */
  readonly source: string;
  /** The generated file of `src` that it is from, if it is. */
  readonly generatedIn?: string;
}

/** What one entry of the package exports. */
export interface Surface {
  readonly specifier: string;
  readonly title: string;
  readonly exported: readonly Exported[];
  /** Types that signatures name and that no entry exports: nobody can write them down. */
  readonly unnamed: readonly Exported[];
}

/** The public surface of the package in `root`, read from its compiled declarations. */
export function publicSurface(root: string): readonly Surface[] {
  const entries = entriesOf(root);
  const program = programOf(entries.map(({ types }) => types));
  const reader = new Reader(program, path.join(root, 'lib'));
  const found = entries.map((entry) => ({ entry, exports: reader.exportsOf(entry.types) }));
  const known = new Set(found.flatMap(({ exports }) => exports.map(({ symbol }) => symbol)));
  return found.map(({ entry: { specifier, title }, exports }) => ({
    specifier,
    title,
    exported: exports.map(({ name, symbol }) => reader.describe(name, symbol)),
    unnamed: reader.unnamedIn(exports, known).map((symbol) => reader.describe(symbol.name, symbol)),
  }));
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

const TITLES: Readonly<Record<string, string>> = {
  '.': 'The constructs',
  './engine': 'The engine',
  './eslint': 'The lint rule',
  './observability': 'The observability kit',
};

function entriesOf(root: string): readonly Entry[] {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  return Object.entries(manifest.exports).flatMap(([key, target]) => {
    if (typeof target === 'string') return [];
    const title = TITLES[key];
    if (title === undefined) throw new Error(`package.json exports ${key}, which has no title in tools/pages/api.ts`);
    return [{ specifier: path.posix.join(manifest.name, key), title, types: path.join(root, target.types) }];
  });
}

/** Of other packages only the names are needed, so none of their files are read. */
function programOf(files: readonly string[]): ts.Program {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    noLib: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const isOurs = (file: string): boolean => !file.includes('/node_modules/');
  return ts.createProgram(files, options, { ...host, fileExists: (file) => isOurs(file) && host.fileExists(file) });
}

interface Named {
  readonly name: string;
  readonly symbol: ts.Symbol;
}

class Reader {
  private readonly program: ts.Program;
  private readonly checker: ts.TypeChecker;
  private readonly lib: string;

  constructor(program: ts.Program, lib: string) {
    this.program = program;
    this.checker = program.getTypeChecker();
    this.lib = `${lib.replaceAll('\\', '/')}/`;
  }

  /** In order of name; a namespace and what it holds. */
  exportsOf(file: string): readonly Named[] {
    const source = this.program.getSourceFile(file);
    const module = source === undefined ? undefined : this.checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing; compile it with npm run build`);
    return this.membersOf(module, '');
  }

  private membersOf(module: ts.Symbol, prefix: string): readonly Named[] {
    const members = this.checker
      .getExportsOfModule(module)
      .map((symbol) => ({ name: symbol.name, symbol: this.resolve(symbol) }));
    const sorted = members.sort((a, b) => a.name.localeCompare(b.name, 'en'));
    return sorted.flatMap(({ name, symbol }) =>
      is(symbol, ts.SymbolFlags.ValueModule) && this.generatedSource(symbol) === undefined
        ? this.membersOf(symbol, `${prefix}${name}.`)
        : [{ name: prefix + name, symbol }],
    );
  }

  private sourceOf({ declarations: [declaration] = [] }: ts.Symbol): string {
    const file = declaration?.getSourceFile().fileName ?? '';
    return path.posix.join('src', path.relative(this.lib, file).replace(/\.d\.ts$/, '.ts'));
  }

  /** The source of a declaration, if the generator wrote it. */
  private generatedSource(symbol: ts.Symbol): string | undefined {
    const source = this.sourceOf(symbol);
    const full = path.join(this.lib, '..', source);
    return fs.existsSync(full) && fs.readFileSync(full, 'utf8').startsWith('// Generated') ? source : undefined;
  }

  private resolve(symbol: ts.Symbol): ts.Symbol {
    return is(symbol, ts.SymbolFlags.Alias) ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  describe(name: string, symbol: ts.Symbol): Exported {
    const declarations = symbol.declarations ?? [];
    const comment = declarations.map(commentOf).find((text) => text !== '') ?? '';
    const generatedIn = this.generatedSource(symbol);
    return {
      source: this.sourceOf(symbol),
      name,
      comment,
      declarations: declarations.map(printed),
      ...(generatedIn === undefined ? {} : { generatedIn }),
    };
  }

  /** Types of this package that the declarations name, directly or by one another, beyond those that are known. */
  unnamedIn(exports: readonly Named[], known: ReadonlySet<ts.Symbol>): readonly ts.Symbol[] {
    const found = new Set<ts.Symbol>(exports.map(({ symbol }) => symbol));
    for (const symbol of found) {
      for (const declaration of symbol.declarations ?? []) {
        for (const used of this.typesIn(declaration)) if (!known.has(used)) found.add(used);
      }
    }
    const types = [...found].filter((symbol) => !known.has(symbol) && is(symbol, ts.SymbolFlags.Type));
    return types.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  private typesIn(node: ts.Node): readonly ts.Symbol[] {
    if (isHidden(node) || ts.isSourceFile(node)) return [];
    const own = ts.isIdentifier(node) ? this.typeOfName(node) : [];
    return [...own, ...node.getChildren().flatMap((child) => this.typesIn(child))];
  }

  private typeOfName(name: ts.Identifier): readonly ts.Symbol[] {
    const symbol = this.checker.getSymbolAtLocation(name);
    const target = symbol === undefined ? undefined : this.resolve(symbol);
    const isWritten = target !== undefined && this.isTopLevel(target) && this.generatedSource(target) === undefined;
    return isWritten ? [target] : [];
  }

  /** Parameters and members have a parent or a declaration inside another. */
  private isTopLevel({ declarations = [] }: ts.Symbol): boolean {
    return declarations.some((one) => {
      if (ts.isSourceFile(one)) return false;
      const { parent } = statementOf(one);
      return ts.isSourceFile(parent) && parent.fileName.startsWith(this.lib);
    });
  }
}

function is(symbol: ts.Symbol, flag: ts.SymbolFlags): boolean {
  return (symbol.flags & flag) !== 0;
}

function isHidden(node: ts.Node): boolean {
  return ts.isClassElement(node) && (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0;
}

/** The statement that a comment is written above. */
function statementOf(declaration: ts.Declaration): ts.Node {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

function commentOf(declaration: ts.Declaration): string {
  const [comment] = ts.getJSDocCommentsAndTags(statementOf(declaration)).filter(ts.isJSDoc);
  return comment === undefined ? '' : withoutStars(comment.getText());
}

function withoutStars(comment: string): string {
  const lines = comment.replace(/^\/\*\*|\*\/$/g, '').split('\n');
  return lines
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}

/** The declaration as it is compiled, without what nobody outside can use. */
function printed(declaration: ts.Declaration): string {
  if (ts.isSourceFile(declaration)) return '';
  if (ts.isClassDeclaration(declaration)) return clean(classText(declaration));
  return clean(statementOf(declaration).getText());
}

function classText(declaration: ts.ClassDeclaration): string {
  const source = declaration.getSourceFile().text;
  const start = declaration.members[0]?.getFullStart() ?? declaration.getEnd() - 1;
  const members = declaration.members.filter((member) => !isHidden(member)).map((member) => member.getFullText());
  return `${source.slice(declaration.getStart(), start)}${members.join('')}\n}`;
}

function clean(text: string): string {
  return text.replace(/^export (declare )?/, '').replace(/^ {4,}/gm, (indent) => indent.slice(indent.length / 2));
}

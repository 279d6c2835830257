import type * as ts from 'typescript';
import type { AnyNode } from './uses';

/**
 * What typescript-eslint adds to a parsed file when it has type information.
 *
 * @internal
 */
export interface TypedServices {
  /** The program of which the file is a part; absent, or null, without type information. */
  readonly program?: ts.Program | null;
  /** From the nodes of ESLint to those of TypeScript. */
  readonly esTreeNodeToTSNodeMap?: { readonly get: (node: AnyNode) => ts.Node };
}

/**
 * Returns the test "the type of this node is Expr, or may be".
 *
 * @throws when the file was parsed without type information.
 * @internal
 */
export function symbolicTest({ program, esTreeNodeToTSNodeMap }: TypedServices): (node: AnyNode) => boolean {
  if (program === undefined || program === null || esTreeNodeToTSNodeMap === undefined)
    throw new Error(
      'no-branching-on-symbolic needs type information; set languageOptions.parserOptions.projectService to true',
    );
  const checker = program.getTypeChecker();
  return (node) => isSymbolic(checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node)), checker);
}

/** In this repository, or in the package as it is installed. */
const HOME = /[\\/](src|lib)[\\/]engine[\\/]expr[\\/]/;

function isExpr(symbol: ts.Symbol | undefined): boolean {
  if (symbol?.name !== 'Expr') return false;
  return symbol.declarations?.some((declaration) => HOME.test(declaration.getSourceFile().fileName)) === true;
}

function isSymbolic(type: ts.Type, checker: ts.TypeChecker): boolean {
  // The types say that each has a symbol; those of literals have none.
  const symbol = type.symbol as ts.Symbol | undefined;
  if (isExpr(type.aliasSymbol) || isExpr(symbol)) return true;
  if (type.isUnionOrIntersection()) return type.types.some((one) => isSymbolic(one, checker));
  if (type.isTypeParameter()) return isSymbolicConstraint(type, checker);
  const declared = 'target' in type ? (type as ts.TypeReference).target : type;
  return declared.isClassOrInterface() && checker.getBaseTypes(declared).some((base) => isSymbolic(base, checker));
}

function isSymbolicConstraint(type: ts.Type, checker: ts.TypeChecker): boolean {
  const constraint = checker.getBaseConstraintOfType(type);
  return constraint !== undefined && constraint !== type && isSymbolic(constraint, checker);
}

import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  type Tree,
  type TreeMap,
  isExpr,
  isTreeList,
  isTreeMap,
  requireFinite,
  requireGiven,
  requireMap,
  simplifyMap,
} from '../expr';
import { printYaml } from '../output';
import { plainKey } from './keys';
import { encode, mapToken } from './tokens';

/** A Kubernetes object, each of whose fields may be a value that only Helm knows. Fields that are `undefined` are left out. */
export interface ManifestTree extends TreeMap {
  /** Group and version of the API, such as `apps/v1`. */
  readonly apiVersion: string;
  /** Kind of the object, such as `Deployment`. */
  readonly kind: string;
  /** Name, labels and annotations; a `namespace` only where it is not that of the release. */
  readonly metadata: TreeMap;
}

/**
 * An `ApiObject` that takes values instead of plain data and keeps its fields in the order in which they were declared
 * (cdk8s sorts them). With concrete values it is an ordinary `ApiObject` of any `App`: JSON patches, dependencies and
 * `Testing.synth` work.
 */
export class Manifest extends ApiObject {
  private readonly declared: TreeMap;

  constructor(scope: Construct, id: string, tree: ManifestTree) {
    checkTree(id, tree);
    const declared = simplifyMap(tree) as ManifestTree;
    const { metadata, ...rest } = declared;
    super(scope, id, { ...(encode(rest) as { apiVersion: string; kind: string }), metadata: encodeMetadata(metadata) });
    this.declared = declared;
  }

  /** Renders the object, in the declared order of fields. */
  override toJson(): unknown {
    return writingItself(inOrderOf(this.declared, super.toJson() as Tree) as TreeMap);
  }
}

/**
 * The writer of cdk8s leaves texts such as `0o17` without quotes, and Go takes them for numbers. Its library lets a document write itself,
 * so for it the object is one; for everybody else it is the plain data that it was.
 */
function writingItself(json: TreeMap): TreeMap {
  const plain = (): TreeMap => ({ ...json });
  return Object.defineProperties(json, {
    [Symbol.for('yaml.node.type')]: { value: Symbol.for('yaml.document') },
    toString: { value: () => printYaml(plain()) },
    // Where it is a part of another document, its contents are taken.
    contents: { get: plain },
  });
}

/** What every object has. */
function checkTree(id: string, tree: ManifestTree): void {
  requireMap(`Manifest ${id}: tree`, tree);
  requireFinite(`Manifest ${id}: tree`, tree);
  for (const field of ['apiVersion', 'kind'] as const)
    requireGiven(typeof tree[field] === 'string', `Manifest ${id}: tree.${field}`, 'a text', tree[field]);
  requireMap(`Manifest ${id}: tree.metadata`, tree.metadata);
}

/** cdk8s spreads the maps of `metadata`, so a symbolic one crosses as the token of a map. */
function encodeMetadata(metadata: TreeMap): ApiObjectMetadata {
  const entries = Object.entries(metadata).map(([key, value]) => {
    return [key, isExpr(value) && value.type === 'map' ? mapToken(value) : encode(value)];
  });
  return Object.fromEntries(entries) as ApiObjectMetadata;
}

function inOrderOf(declared: Tree | undefined, json: Tree): Tree {
  if (isTreeList(json)) return json.map((item, i) => inOrderOf(isTreeList(declared) ? declared[i] : undefined, item));
  if (!isTreeMap(json)) return json;
  const fields = new Map(Object.entries(json).map(([key, value]) => [plainKey(key), value as Tree]));
  const order = isTreeMap(declared) ? Object.keys(declared).filter((key) => fields.has(key)) : [];
  const keys = new Set([...order, ...fields.keys()]);
  return Object.fromEntries([...keys].map((key) => [key, inOrderOf(fieldOf(declared, key), fields.get(key) as Tree)]));
}

function fieldOf(declared: Tree | undefined, key: string): Tree | undefined {
  return isTreeMap(declared) && Object.hasOwn(declared, key) ? declared[key] : undefined;
}

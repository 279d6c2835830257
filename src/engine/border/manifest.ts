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
    return inOrderOf(this.declared, super.toJson() as Tree);
  }
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
  const order = isTreeMap(declared) ? Object.keys(declared) : [];
  const keys = [...order.filter((key) => key in json), ...Object.keys(json).filter((key) => !order.includes(key))];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(fieldOf(declared, key), json[key] as Tree)]));
}

function fieldOf(declared: Tree | undefined, key: string): Tree | undefined {
  return isTreeMap(declared) ? declared[key] : undefined;
}

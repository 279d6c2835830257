import { ApiObject, App, Chart, DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';
import {
  type Expr,
  type Loop,
  type Placement,
  type TreeMap,
  type Value,
  interpolate,
  isExpr,
  namesOf,
  requireFunction,
  requireGiven,
  requireMap,
  shortenName,
  simplify,
  toExpr,
  variablesIn,
} from '../expr';
import { CLUSTER_SCOPED } from './cluster-scoped';
import { conditionOf } from './condition';
import { decode } from './decode';
import { isInLoop, loopsOf } from './for-each';
import { HOOKS, type HookEvent, hookOf, withHook } from './hook';
import { type Spelling, hasMarkerCharacter } from './markers';
import { type SpreadKnowledge, answerKey, noKnowledge, withTokens } from './token-table';
import { asText } from './tokens';

/** One Kubernetes object of a model, as a tree whose leaves may be symbolic. */
export interface CapturedObject {
  /** Construct ids from the chart down to the object. */
  readonly path: readonly string[];
  /** Kind of the object, such as `Service`. */
  readonly kind: string;
  /** What it is there once for, the outermost first. */
  readonly loops: readonly Loop[];
  /** When the object exists. */
  readonly condition: Expr<boolean>;
  /** When Helm makes it, if it is a hook; none for an object that is installed. */
  readonly hookEvents: readonly HookEvent[];
  /** All its fields. */
  readonly tree: TreeMap;
}

/** How a model is built. */
export interface CaptureOptions {
  /**
   * How values look that cross constructs: what is computed of them shows as a difference between two spellings.
   *
   * @default 'usual'
   */
  readonly spelling?: Spelling;
  /**
   * True for a chart, which has hooks.
   *
   * @default false
   */
  readonly hasHooks?: boolean;
}

/**
 * Builds a model in an ordinary cdk8s `App` and returns its objects in dependency order.
 *
 * @throws when a construct reads a symbolic value instead of passing it on, or a construct's own validation fails.
 */
export function capture(
  build: (chart: Chart) => void,
  placement: Placement,
  { spelling = 'usual', hasHooks = false }: CaptureOptions = {},
): readonly CapturedObject[] {
  checkArguments(build, placement);
  return settled((known) => withTokens(known, spelling, () => captureOnce(build, placement, hasHooks)));
}

/** Two maps in one, and an entry before both: a pass learns of the entry, one asks the last map, and one the first; one more, as each may begin anew. */
const LEARNING_PASSES = 4;

/** Whether a construct's own entry or the user's wins is seen by trying: with clashing keys, and then once more for good. */
function settled(pass: (known: SpreadKnowledge) => Pass): Pass['result'] {
  let known = noKnowledge();
  for (let passes = 0; passes < LEARNING_PASSES; passes++) {
    if (known.questions.size > 0) {
      known = answered(pass, known);
      continue;
    }
    const { result, learned } = pass(known);
    if (learned.questions.size === 0) return result;
    known = learned;
  }
  return pass({ ...known, questions: new Map() }).result;
}

/** A construct may refuse an entry that is there twice: then each question has a pass of its own, and where it refuses neither wins. */
function answered(pass: (known: SpreadKnowledge) => Pass, known: SpreadKnowledge): SpreadKnowledge {
  try {
    return pass(known).learned;
  } catch {
    const questions = [...known.questions].flatMap(([id, keys]) => [...keys].map((key) => [id, key] as const));
    const answers = questions.reduce((all, [id, key]) => askedAlone(pass, all, id, key), known.answers);
    return { answers, questions: new Map() };
  }
}

function askedAlone(
  pass: (known: SpreadKnowledge) => Pass,
  answers: SpreadKnowledge['answers'],
  id: number,
  key: string,
): SpreadKnowledge['answers'] {
  try {
    return pass({ answers, questions: new Map([[id, new Set([key])]]) }).learned.answers;
  } catch {
    return new Map(answers).set(answerKey(id, key), false);
  }
}

function checkArguments(build: unknown, placement: unknown): void {
  requireFunction('build', build);
  requireMap('placement', placement);
  for (const key of ['releaseName', 'namespace'] as const) {
    const given = (placement as Placement)[key];
    requireGiven(isExpr(given) || typeof given === 'string', `placement.${key}`, 'a text', given);
  }
}

/** Key of the context of an app whose constructs are to warn of nothing, where it is `false`: here the caller asks them. */
export const WARNINGS = 'cdk8s-coder/warnings';

interface Pass {
  readonly result: readonly CapturedObject[];
  readonly learned: SpreadKnowledge;
}

function captureOnce(
  build: (chart: Chart) => void,
  placement: Placement,
  hasHooks: boolean,
): readonly CapturedObject[] {
  const app = new App();
  app.node.setContext(WARNINGS, false);
  app.node.setContext(HOOKS, hasHooks);
  const chart = new ReleaseChart(app, 'chart', placement.releaseName);
  build(chart);
  validate(app);
  const objects = new DependencyGraph(chart.node).topology().filter((node) => ApiObject.isApiObject(node));
  return objects.map((object) => captureObject(object, placement));
}

function captureObject(object: IConstruct, placement: Placement): CapturedObject {
  const path = object.node.scopes.slice(2).map((scope) => scope.node.id);
  const json: unknown = (object as ApiObject).toJson();
  if (isInLoop(object)) refuseAddress(json, path.join('/'));
  const tree = decode(releaseAddress(json, placement.releaseName)) as TreeMap;
  const { kind } = object as ApiObject;
  const inPlace = inNamespace(tree['metadata'] as TreeMap, placement.namespace);
  const metadata = CLUSTER_SCOPED.has(kind) ? {} : { metadata: inPlace };
  const made = {
    ...{ path, kind, loops: loopsOf(object), condition: conditionOf(object), hookEvents: [] },
    tree: { ...tree, ...metadata },
  };
  checkLoops(made);
  const hook = hookOf(object);
  return hook === undefined ? made : { ...made, hookEvents: hook.on, tree: withHook(made.tree, hook) };
}

/** An item means nothing outside of its loop; and objects of several items that have one name would be one. */
function checkLoops({ path, loops, condition, tree }: CapturedObject): void {
  const own = loops.flatMap(namesOf);
  const where = path.join('/');
  const inLists = loops.flatMap(({ list }, i) => variablesIn(list, loops.slice(0, i).flatMap(namesOf)));
  if (inLists.length > 0 || variablesIn([condition, tree]).some((variable) => !own.includes(variable)))
    throw new Error(`${where}: expected items of forEach inside of it, got one outside; make the object in forEach`);
  const { name, namespace } = tree['metadata'] as TreeMap;
  const named = variablesIn([name, namespace]);
  if (loops.some((loop) => !namesOf(loop).some((variable) => named.includes(variable)))) throw nameless(where);
}

function nameless(where: string): Error {
  return new Error(
    `${where}: expected a name that is made of the item of forEach, got one that is the same for all items`,
  );
}

const ADDRESS = 'cdk8s.io/metadata.addr';
const MAX_LABEL = 63;

/** That label is a hash of the construct's path, which all items of a loop have in common in a chart. */
function refuseAddress(json: unknown, where: string): void {
  if (!JSON.stringify(json).includes(`"${ADDRESS}"`)) return;
  throw new Error(
    `${where}: expected labels of its own by which it selects pods, got ${ADDRESS}, which is the same for all items of forEach; give cdk8s-plus \`select: false\` and select by a label made of the item`,
  );
}

/**
 * cdk8s-plus selects pods by a label whose value is a hash of the construct's path, the same in every release. With the release's name
 * in front, two releases in a namespace do not select each other's pods.
 */
function releaseAddress(json: unknown, releaseName: Value<string>): unknown {
  if (Array.isArray(json)) return json.map((item) => releaseAddress(item, releaseName));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).map(([key, value]: [string, unknown]) => {
    const isAddress = key === ADDRESS && typeof value === 'string' && !hasMarkerCharacter(value);
    return [
      key,
      isAddress
        ? asText(shortenName(interpolate`${releaseName}-${value}`, MAX_LABEL))
        : releaseAddress(value, releaseName),
    ];
  });
  return Object.fromEntries(entries) as unknown;
}

/** Says where an object goes when its construct does not, right after its name. */
function inNamespace(metadata: TreeMap, namespace: Value<string>): TreeMap {
  const { name, ...rest } = metadata;
  return { name, namespace: simplify(toExpr(namespace)), ...rest };
}

function validate(app: App): void {
  const errors = app.node
    .findAll()
    .flatMap((node) => node.node.validate().map((error) => `${node.node.path}: ${error}`));
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** Names objects after the release, so that a chart of constructs that name nothing can be installed twice. */
class ReleaseChart extends Chart {
  private readonly releaseName: Value<string>;

  constructor(scope: App, id: string, releaseName: Value<string>) {
    super(scope, id, { disableResourceNameHashes: true });
    this.releaseName = releaseName;
  }

  override generateObjectName(object: ApiObject): string {
    if (isInLoop(object)) throw nameless(object.node.path.replace(/^chart\//, ''));
    const own = super.generateObjectName(object).replace(/^chart-/, '');
    return asText(interpolate`${this.releaseName}-${own}`);
  }
}

import { CODER_VALUES } from './coder-values';
import { type Json, literalOf } from '../../src/engine/expr';
import { type JsonSchema, at, leavesOf, rulesOf } from '../../src/engine/values';
import { handlesFor } from '../../src/engine/values/handles';
import { ANY_KEY, type Path, inGroups, isExcluded, itemFor, put } from './bad-spots';
import { SPOTS } from './bad-values';
import { PRINTED, interpreted } from './bad-model';
import { type Case } from './law';
import { type Objects } from './manifests';

/** Stands for the key that a slot is, in a path. */
export const KEY_PLACE = 'keyPlace';

/** A place for any text: a value, an entry, an item, a field, or the key of an entry. */
export interface Slot {
  readonly path: Path;
  readonly isKey: boolean;
  /** One of a closed set, which may decide on others and not come out itself. */
  readonly isChoice: boolean;
  /** A regular expression, which the templates check as well. */
  readonly isRegex: boolean;
  /** What a key has as its value. */
  readonly entry: Json;
}

/** Slots that can all be filled at once, and values with which all of them reach the output. */
export interface SlotGroup {
  readonly base: Json;
  readonly slots: readonly Slot[];
}

/** A choice of which a rule asks another value takes no text but its own, nor does a name of another value. */
function isRuled(path: Path): boolean {
  return ['seccompProfile.type', 'extraVolumeMounts.0.name'].some((end) => path.join('.').endsWith(end));
}

/** A text that must be JSON takes no other. A key of a map that is named after what it holds has room beside those that hold something else. */
export const SLOTS: readonly Slot[] = SPOTS.filter((spot) => !isExcluded(spot)).flatMap(({ path, schema }) => [
  ...(schema.type?.includes('string') === true &&
  schema.maxLength !== 0 &&
  schema.json === undefined &&
  schema.exact === undefined &&
  !isRuled(path)
    ? [
        {
          path: apart(path),
          isKey: false,
          isChoice: schema.enum !== undefined,
          isRegex: schema.re2 === true,
          entry: 'a',
        },
      ]
    : []),
  ...(schema.propertyNames === undefined || schema.propertyNames.exact !== undefined
    ? []
    : [{ path: apart([...path, KEY_PLACE]), isKey: true, isChoice: false, isRegex: false, entry: entryOf(schema) }]),
]);

/** A text, as JSON where it must be, or as the first field of a map that has one of its fields; a switch that is on, or a map, where it takes no text. */
function entryOf({ additionalProperties: entry }: JsonSchema): Json {
  const { json, exclusive, type = 'string' } = entry === undefined || entry === false ? {} : entry;
  if (exclusive !== undefined) return { [exclusive.of[0] ?? '']: 'a' };
  if (!type.includes('string')) return type.includes('boolean') ? true : {};
  if (json === undefined) return 'a';
  return JSON.stringify(Object.fromEntries(Object.keys(json).map((key) => [key, 'a'])));
}

function apart(path: Path): Path {
  const holds = (rest: Path): string => rest.map((key) => (typeof key === 'number' ? 'List' : 'Map')).join('');
  return path.map((key, i) => (key === ANY_KEY ? `${key}${holds(path.slice(i + 1))}` : key));
}

/** Values with a text in some slots. */
export function fill(base: Json, slots: readonly Slot[], text: (slot: Slot) => string): Json {
  return slots.reduce<Json>((values, slot) => {
    const path = slot.isKey ? [...slot.path.slice(0, -1), text(slot)] : slot.path;
    return put(values, path, slot.isKey ? slot.entry : text(slot));
  }, base);
}

/** The slots of a group without those that a rule refuses beside the others, or for which it refuses what stays as it is. */
export function together({ base, slots }: SlotGroup, text: (slot: Slot) => string): SlotGroup {
  const broken = brokenBy(fill(base, slots, text));
  const left = slots.filter(({ path }) => broken.every((rule) => !`${path.join('.')}.`.startsWith(`${rule}.`)));
  const isTaken = brokenBy(fill(base, left, text)).length === 0;
  return { base, slots: isTaken ? left : left.filter((slot) => brokenBy(fill(base, [slot], text)).length === 0) };
}

/** The paths of the rules that values break. */
function brokenBy(values: Json): readonly string[] {
  const rules = rulesOf(CODER_VALUES, handlesFor(CODER_VALUES, values as Case['values']));
  return rules.filter((rule) => literalOf(rule.broken) === true).map(({ path }) => path);
}

/** What the model makes of values, whether they are allowed or not. */
export function modelOf(values: Json): Objects {
  return interpreted({ release: 'coder', namespace: 'coder', values: values as Case['values'] });
}

/** A text for a slot that is no other slot's and no value of the model's. */
export function marker(slot: Slot): string {
  return `marker${String(SLOTS.indexOf(slot))}x`;
}

/** With what is in Base64 in clear. */
function outputOf(base: Json, slots: readonly Slot[]): string {
  const output = JSON.stringify(modelOf(fill(base, slots, marker)));
  const encoded = output.matchAll(/"(W3|ey)[\w+/]+=*"/g);
  return [output, ...[...encoded].map(([text]) => Buffer.from(text, 'base64').toString())].join('\n');
}

function areReached(base: Json, slots: readonly Slot[]): boolean {
  const output = outputOf(base, slots);
  return slots.every((slot) => output.includes(marker(slot)) || isSilent(slot));
}

const LEAVES = leavesOf(CODER_VALUES);

/** No requests, so that a limit of any text is not below one. */
function requests(): readonly (readonly [Path, Json])[] {
  const quantities = LEAVES.filter(({ path }) => path.at(-2) === 'requests');
  return quantities.map(({ path }) => [path, ''] as const);
}

/** What other values ask for when they are not their defaults. */
const TOGETHER: readonly (readonly [Path, Json])[] = [
  [['serviceAccount', 'name'], 'a'],
  ...requests(),
  [['metrics', 'rules', 'job'], 'a'],
  [['hosts'], { access: 'a', devurls: '*.a' }],
  [['ingress', 'tls'], { secretName: 'a', devurlsSecretName: 'b' }],
  [['certificates', 'issuerRef', 'name'], 'a'],
  [['networkPolicies', 'coderd', 'egress', 'extraRules'], [{}]],
  ...['host', 'passwordSecret.name', 'tls.certSecret.name', 'tls.keySecret.name'].map(
    (path) => [['database', ...path.split('.')], 'a'] as const,
  ),
  ...['primaryUrl', 'accessUrl'].map((key) => [['satellite', key], 'https://a'] as const),
  [['satellite', 'privateKeySecret', 'name'], 'a'],
  [['evaluationDatabase', 'passwordSecret', 'name'], 'a'],
  [['coderd', 'podSecurityContext', 'seccompProfile', 'type'], 'Localhost'],
  [['coderd', 'podSecurityContext', 'seccompProfile', 'localhostProfile'], 'a'],
  [['coderd', 'securityContext', 'seccompProfile', 'type'], 'Localhost'],
  [['coderd', 'securityContext', 'seccompProfile', 'localhostProfile'], 'a'],
];

/** A source of a variable has one of the known fields, whatever else it has. */
const SOURCES: readonly (readonly [Path, Json])[] = SLOTS.flatMap(({ path }) => {
  const at = path.indexOf('valueFrom');
  return at < 0 ? [] : [[[...path.slice(0, at + 1), 'fieldRef'], 'a'] as const];
});

/** Names in items that another item, or one of coderd's own, has. */
const NAMED: readonly (readonly [Path, Json])[] = [
  [['coderd', 'extraVolumeMounts', 0, 'name'], 'tmp-pgcerts'],
  [['coderd', 'sidecars', 0, 'name'], 'b'],
  [['coderd', 'initContainersBeforeMigrations', 0, 'name'], 'c'],
  [['service', 'additionalPorts', 0, 'targetPort'], 'tcp-coderd'],
];

/** Lists with one item that has what an item must have. */
const LISTS: readonly (readonly [Path, Json])[] = LEAVES.flatMap(({ path, leaf }) => {
  const { required = [], variants } = leaf.schema.items ?? {};
  return required.length === 0 && variants === undefined ? [] : [[path, [itemFor(leaf.schema)]] as const];
});

/** Values that go together. */
const ITEMS: Json = [...TOGETHER, ...SOURCES, ...LISTS, ...NAMED].reduce<Json>(
  (values, [path, value]) => put(values, path, value),
  {},
);

/** The values that a slot needs around it. */
export function around({ path }: Slot): Json {
  const declared = LEAVES.find((one) => one.path.every((key, i) => key === path[i]));
  const list = declared === undefined ? undefined : at(ITEMS, declared.path);
  return declared === undefined || list === undefined ? {} : put({}, declared.path, list as Json);
}

interface Switch {
  readonly path: Path;
  readonly value: Json;
}

/** Switches and choices, turned to what is not their default. */
const SWITCHES: readonly Switch[] = leavesOf(CODER_VALUES).flatMap(({ path, leaf }) => {
  const others = leaf.type === 'boolean' ? [true, false] : (leaf.schema.enum ?? []);
  return others.filter((value) => value !== leaf.default).map((value) => ({ path, value }));
});

/** Maps whose keys are for values files alone. */
const FOR_FILES = ['coderd.envFromByName'];

/** A choice that decides on others and does not come out itself, or a name that no object has. */
function isSilent({ isChoice, isKey, path }: Slot): boolean {
  if (isKey && FOR_FILES.includes(path.slice(0, -1).join('.'))) return true;
  return isChoice && !PRINTED.some((of) => of.every((key, i) => key === path[i]));
}

/** What a switch that is turned on does not go together with. */
const WITHOUT: Readonly<Record<string, readonly (readonly [Path, Json])[]>> = {
  'evaluationDatabase.enabled': [
    [['database'], {}],
    [['satellite', 'enabled'], false],
  ],
  'satellite.enabled': [[['evaluationDatabase', 'enabled'], false]],
};

const BASES: readonly Json[] = [ITEMS, ...SWITCHES.map((one) => turned(ITEMS, one))];

/** Values with a switch turned. */
function turned(base: Json, { path, value }: Switch): Json {
  const others = value === true ? (WITHOUT[path.join('.')] ?? []) : [];
  return [...others, [path, value] as const].reduce<Json>((values, [at, other]) => put(values, at, other), base);
}

/** The switches nearest to a slot: they are what it mostly depends on. */
function switchesFor({ path }: Slot): readonly Switch[] {
  const near = (of: Switch): number =>
    of.path.filter((key, i) => of.path.slice(0, i + 1).join() === path.slice(0, i + 1).join() && key !== '').length;
  return [...SWITCHES].sort((a, b) => near(b) - near(a)).slice(0, 8);
}

/** All slots, in few groups: at first what needs no switch, at once, then one slot after the other. */
export function slotGroups(): readonly SlotGroup[] {
  const [together = []] = inGroups(SLOTS.filter(({ isChoice }) => !isChoice));
  const output = outputOf(ITEMS, together);
  const first: SlotGroup = { base: ITEMS, slots: together.filter((slot) => output.includes(marker(slot))) };
  return SLOTS.filter((slot) => !first.slots.includes(slot)).reduce(withSlot, [first]);
}

function withSlot(groups: readonly SlotGroup[], slot: Slot): readonly SlotGroup[] {
  const joined = groups.findIndex((group) => isRoomFor(group, slot));
  if (joined >= 0)
    return groups.map((group, i) => (i === joined ? { ...group, slots: [...group.slots, slot] } : group));
  return withSwitch(groups, slot);
}

function isRoomFor({ base, slots }: SlotGroup, slot: Slot): boolean {
  const all = [...slots, slot];
  return inGroups(all).length === 1 && areReached(base, all);
}

/** A slot that needs a switch goes where the switch disturbs no other slot, or into a group of its own. */
function withSwitch(groups: readonly SlotGroup[], slot: Slot): readonly SlotGroup[] {
  for (const one of switchesFor(slot)) {
    const joined = groups.findIndex(({ base, slots }) => isRoomFor({ base: turned(base, one), slots }, slot));
    if (joined >= 0)
      return groups.map((group, i) =>
        i === joined ? { base: turned(group.base, one), slots: [...group.slots, slot] } : group,
      );
  }
  const base = BASES.find((values) => areReached(values, [slot]));
  if (base === undefined) throw new Error(`no text at ${slot.path.join('.')} reaches the output`);
  return [...groups, { base, slots: [slot] }];
}

import { CODER_VALUES } from '../support/coder-values';
import { type Json } from '../../src/engine/expr';
import { ValuesError, checkValues, isMap } from '../../src/engine/values';
import { HOSTILE } from '../support/arbitraries';
import { NO_SCHEMA, chartFile, chartWith, output } from '../support/bad-helm';
import { shapeOf } from '../support/bad-shape';
import {
  KEY_PLACE,
  SLOTS,
  type Slot,
  type SlotGroup,
  around,
  fill,
  marker,
  modelOf,
  slotGroups,
  together,
} from '../support/bad-slots';
import { type HelmMajor, firstFound } from '../support/helm';
import { type Objects, differences, parseObjects } from '../support/manifests';
import { helmsAt, share } from '../support/share';

const HELMS = helmsAt(1);

const PAYLOADS = [
  ...HOSTILE,
  ...[
    'x\n  injected: yes',
    'x"\n  injected: yes',
    "x'\n  injected: yes",
    'x\n---\ninjected: yes',
    'x # injected',
    'x}, injected: {y',
  ],
  ...[
    '{{ .Release.Name }}',
    '{{ include "coder.name" . }}',
    '{{- end }}{{ fail "injected" }}',
    '{{/*',
    '`}}',
    '%!s(int=1)',
  ],
  ...['*a', '&a b', '!!binary x', '!!int 1', '? x', '0x1F', '1_0.5', '.inf', 'NaN', 'OFF', '0b1', '+1', '1.'],
  ...[
    '\0',
    '\x07',
    '\x1b[31m',
    '\x7f',
    '\x85',
    'a\x85b',
    '\xa0',
    '\u2028',
    'a\u2029b',
    '\ufeff',
    '\ufffe',
    '\u{10ffff}',
  ],
  ...['constructor', 'a\n\n', '\r', '\r\n', 'a\\', 'a\\"', '\\u0041'],
];

const GROUPS = slotGroups();
const CHART = chartWith();

interface Run {
  readonly major: HelmMajor;
  readonly group: SlotGroup;
  readonly textOf: (slot: Slot) => string;
  readonly args: readonly string[];
}

/** What makes a text hostile: the first that fits it. */
const KINDS = [/{{|}}/, /[\n\r\x85\u2028\u2029]/, /["'`\\]/, /^[\w.+~-]*$/, /^[ -~]*$/, /[^]/];
const BY_KIND: readonly (readonly string[])[] = KINDS.map((kind) =>
  PAYLOADS.filter((text) => KINDS.find((one) => one.test(text)) === kind),
);

type Texts = Run['textOf'];

/**
 * Texts for all slots. Each slot has another one of a kind in each turn, and after the last turn each text was in each slot; by default
 * there is one turn, so that each slot has one text of each kind.
 */
function turnsOf(texts: readonly string[]): readonly Texts[] {
  const turns = share([...texts.keys()], texts.length);
  return turns.map((turn) => (slot) => texts[(SLOTS.indexOf(slot) + turn) % texts.length] ?? '');
}

/** The keys that a text makes: as many as a harmless text, and where its own key is one, that one. */
function structure(objects: Objects, texts: ReadonlySet<string>): readonly string[] {
  return shapeOf(renamed(objects, texts) as Objects);
}

function renamed(value: Json, texts: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renamed(item, texts));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [texts.has(key) ? KEY_PLACE : key, renamed(child, texts)]),
  );
}

const MARKERS: ReadonlySet<string> = new Set(SLOTS.map(marker));

/** The keys that a harmless text in all slots of a group makes. */
function harmless({ base, slots }: SlotGroup): ReadonlySet<string> {
  return new Set(structure(modelOf(fill(base, slots, marker)), MARKERS));
}

/** How an output differs from the model's with the same texts, and from that with harmless texts. */
async function faults({ major, group, textOf, args }: Run, chart = CHART): Promise<readonly string[]> {
  const values = fill(group.base, group.slots, textOf);
  const actual = parseObjects(await output(major, chart, { values, args }));
  const texts = new Set(group.slots.map(textOf));
  const allowed = harmless(group);
  const added = structure(actual, texts).filter((path) => !allowed.has(path));
  return [...added.map((path) => `added ${path}`), ...differences(modelOf(values), actual)];
}

/** What goes wrong in the first run in which something does. */
async function unsafe(runs: readonly Run[], chart = CHART): Promise<readonly string[]> {
  const found = await firstFound(runs, async (run) => {
    const lines = await faults(run, chart).catch((error: unknown) => [String(error)]);
    return lines.map((line) => `${run.major}: ${line}`.slice(0, 300));
  });
  return found.slice(0, 20);
}

function isAllowed(values: Json): boolean {
  try {
    checkValues(CODER_VALUES, values);
    return true;
  } catch (error) {
    if (error instanceof ValuesError) return false;
    throw error;
  }
}

/** The slots of a group in which the values take the text, alone and together. */
function open({ base, slots }: SlotGroup, textOf: Texts): SlotGroup {
  return together({ base, slots: slots.filter((slot) => isAllowed(fill(around(slot), [slot], textOf))) }, textOf);
}

/** Both Helms for the large group; the small ones go to one or the other. */
function helmsFor(group: SlotGroup, turn: number): readonly HelmMajor[] {
  return group === GROUPS[0] ? HELMS : helmsAt(turn);
}

/** A run for each turn of texts, with each group in each Helm that it goes to. */
function runsOf(
  kinds: readonly (readonly string[])[],
  run: (group: SlotGroup, textOf: Texts) => RunOf,
): readonly Run[] {
  return kinds
    .flatMap(turnsOf)
    .flatMap((textOf, i) =>
      GROUPS.flatMap((group) => helmsFor(group, i).map((major) => ({ major, textOf, ...run(group, textOf) }))),
    );
}

type RunOf = Pick<Run, 'group' | 'args'>;

/** The slots of a group but for regular expressions that are none, and what a rule refuses. */
function readable({ base, slots }: SlotGroup, textOf: Texts): SlotGroup {
  const isReadable = (slot: Slot): boolean => !slot.isRegex || isAllowed(fill(around(slot), [slot], textOf));
  return together({ base, slots: slots.filter(isReadable) }, textOf);
}

const WITHOUT_SCHEMA = runsOf(BY_KIND, (group, textOf) => ({ group: readable(group, textOf), args: [NO_SCHEMA] }));

describe(`a hostile text of each kind at each of ${String(SLOTS.length)} places`, () => {
  test('comes out as it is, and nothing else changes, when the schema is skipped', async () => {
    expect(await unsafe(WITHOUT_SCHEMA)).toEqual([]);
  });

  test('comes out as it is where the schema takes it', async () => {
    const runs = runsOf(share([...BY_KIND, ['__proto__']], 2), (group, textOf) => ({
      group: open(group, textOf),
      args: [],
    }));
    expect(await unsafe(runs)).toEqual([]);
  });
});

/** The chart with one file in which a text is replaced wherever it is. */
function careless(file: string, from: string, to: string): string {
  const text = chartFile(file);
  expect(text).toContain(from);
  return chartWith({ [file]: text.replaceAll(from, to) });
}

/** Each text in all places at once, but for keys, which it would make the same. */
const ONE_TEXT = runsOf(
  PAYLOADS.map((text) => [text]),
  (group, textOf) => {
    const { base, slots } = readable(group, textOf);
    return { group: { base, slots: slots.filter(({ isKey }) => !isKey) }, args: [NO_SCHEMA] };
  },
);

describe('the check above notices', () => {
  test.each([
    ['a text without quotes', 'templates/service.yaml', ' | quote', ''],
    [
      'a text in quotes by hand',
      'templates/service.yaml',
      '{{ .Values.service.loadBalancerClass | quote }}',
      '"{{ .Values.service.loadBalancerClass }}"',
    ],
    ['an entry without quotes', 'templates/_helpers.tpl', '{{- quote . }}', '{{- toString . }}'],
    ['a key without quotes', 'templates/_helpers.tpl', '"%s%q:%s"', '"%s%s:%s"'],
    [
      'a value that is a template',
      'templates/service.yaml',
      '.Values.service.loadBalancerClass | quote',
      'tpl .Values.service.loadBalancerClass . | quote',
    ],
  ])('%s', async (_, file, from, to) => {
    expect(await unsafe([...WITHOUT_SCHEMA, ...ONE_TEXT], careless(file, from, to))).not.toEqual([]);
  });
});

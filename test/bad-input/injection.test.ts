import { CODER_VALUES } from '../../src/coder/values';
import { type Json } from '../../src/engine/expr';
import { ValuesError, checkValues, isMap } from '../../src/engine/values';
import { HOSTILE } from '../support/arbitraries';
import { HELMS, NO_SCHEMA, chartFile, chartWith, output } from '../support/bad-helm';
import { shapeOf } from '../support/bad-shape';
import { KEY_PLACE, SLOTS, type SlotGroup, around, fill, marker, modelOf, slotGroups } from '../support/bad-slots';
import { type HelmMajor, inParallel } from '../support/helm';
import { type Objects, differences, parseObjects } from '../support/manifests';

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
  readonly payload: string;
  readonly group: SlotGroup;
  readonly args: readonly string[];
}

/** The keys that a text makes: as many as a harmless text, and where its own key is one, that one. */
function structure(objects: Objects, text: ReadonlySet<string>): readonly string[] {
  return shapeOf(renamed(objects, text) as Objects);
}

function renamed(value: Json, texts: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renamed(item, texts));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [texts.has(key) ? KEY_PLACE : key, renamed(child, texts)]),
  );
}

const MARKERS: ReadonlySet<string> = new Set(SLOTS.map(marker));

const HARMLESS = new WeakMap<SlotGroup, ReadonlySet<string>>();

/** The keys that a harmless text in all slots of a group makes. */
function harmless(group: SlotGroup): ReadonlySet<string> {
  const known = HARMLESS.get(group) ?? new Set(structure(modelOf(fill(group.base, group.slots, marker)), MARKERS));
  HARMLESS.set(group, known);
  return known;
}

/** How an output differs from the model's with the same text, and from that with a harmless text. */
async function faults({ major, payload, group, args }: Run, chart = CHART): Promise<readonly string[]> {
  const values = fill(group.base, group.slots, () => payload);
  const actual = parseObjects(await output(major, chart, { values, args }));
  const added = structure(actual, new Set([payload])).filter((path) => !harmless(group).has(path));
  return [...added.map((path) => `added ${path}`), ...differences(modelOf(values), actual)];
}

async function unsafe(runs: readonly Run[], chart = CHART): Promise<readonly string[]> {
  const found: string[] = [];
  await inParallel(runs, async (run) => {
    const lines = await faults(run, chart).catch((error: unknown) => [String(error)]);
    found.push(...lines.map((line) => `${run.major}: ${JSON.stringify(run.payload)}: ${line}`.slice(0, 300)));
  });
  return found.slice(0, 20);
}

/** The slots of a group in which the values take a text. */
function open({ base, slots }: SlotGroup, payload: string): SlotGroup {
  return { base, slots: slots.filter((slot) => isAllowed(fill(around(slot), [slot], () => payload))) };
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

/** Helm 3 gets all of it, Helm 4 every other text; the small groups go to one or the other. */
function helmsFor(group: SlotGroup, turn: number): readonly HelmMajor[] {
  const one = other(turn + 1);
  return group === GROUPS[0] && one === 'helm4' ? HELMS : [group === GROUPS[0] ? 'helm3' : one];
}

function other(turn: number): HelmMajor {
  return turn % 2 === 0 ? 'helm4' : 'helm3';
}

describe(`a hostile text at each of ${String(SLOTS.length)} places`, () => {
  test('comes out as it is, and nothing else changes, when the schema is skipped', async () => {
    const runs = PAYLOADS.flatMap((payload, i) =>
      GROUPS.flatMap((group) => {
        const skipped = { payload, group: group, args: [NO_SCHEMA] };
        return helmsFor(group, i).map((major) => ({ major, ...skipped }));
      }),
    );
    expect(await unsafe(runs)).toEqual([]);
  });

  test('comes out as it is where the schema takes it', async () => {
    const runs = [...PAYLOADS, '__proto__'].flatMap((payload, i) =>
      GROUPS.map((group) => ({ major: other(i), payload, group: open(group, payload), args: [] })),
    );
    expect(await unsafe(runs.filter(({ group }) => group.slots.length > 0))).toEqual([]);
  });
});

/** The chart with one file in which a text is replaced wherever it is. */
function careless(file: string, from: string, to: string): string {
  const text = chartFile(file);
  expect(text).toContain(from);
  return chartWith({ [file]: text.replaceAll(from, to) });
}

describe('the check above notices', () => {
  const payloads = ['x\n  injected: yes', 'x"\n  injected: yes', '{{ .Release.Name }}', 'a\n\n'];
  const runs = payloads.flatMap((payload) =>
    GROUPS.map((group) => ({ major: 'helm3', payload, group, args: [NO_SCHEMA] }) as const),
  );

  test.each([
    ['a text without quotes', 'templates/service.yaml', ' | quote', ''],
    [
      'a text in quotes by hand',
      'templates/service.yaml',
      '{{ .Values.service.loadBalancerIP | quote }}',
      '"{{ .Values.service.loadBalancerIP }}"',
    ],
    ['an entry without quotes', 'templates/_helpers.tpl', '(quote .)', '(toString .)'],
    ['a key without quotes', 'templates/_helpers.tpl', '"%q:%s"', '"%s:%s"'],
    [
      'a value that is a template',
      'templates/service.yaml',
      '.Values.service.loadBalancerIP | quote',
      'tpl .Values.service.loadBalancerIP . | quote',
    ],
  ])('%s', async (_, file, from, to) => {
    expect(await unsafe(runs, careless(file, from, to))).not.toEqual([]);
  });
});

import { gzipSync } from 'node:zlib';
import { parse, parseDocument } from 'yaml';
import { coderChartFiles } from '../../../src/cli';
import { CODER_VALUES } from '../../support/coder-values';
import type { Json } from '../../../src/engine/expr';
import { type Leaf, type Section, defaultsOf, leavesOf } from '../../../src/engine/values';
import { helm, writeChart } from '../../support/helm';
import { canonical } from '../../support/manifests';

const FILES = coderChartFiles();
const TEMPLATES = [...FILES].filter(([file]) => /^templates\/.*\.yaml$/.test(file));

function fileOf(name: string): string {
  const text = FILES.get(name);
  if (text === undefined) throw new Error(`the chart has no ${name}`);
  return text;
}

test.each(['helm3', 'helm4'] as const)('the chart passes helm lint --strict of %s without a warning', async (major) => {
  const { code, stdout } = await helm(major, ['lint', '--strict', writeChart(FILES)]);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/WARNING|ERROR/);
});

test('the schema, which Helm reads at every command, is not above 70 KB', () => {
  expect(Buffer.byteLength(fileOf('values.schema.json'))).toBeLessThanOrEqual(70 * 1024);
});

/** What Helm writes into a Secret for each release, before base64: the chart and what it rendered. */
async function zippedRelease(): Promise<number> {
  const { stdout } = await helm('helm3', ['template', 'coder', writeChart(FILES)]);
  const named = [...FILES].map(([name, text]) => ({ name, data: Buffer.from(text).toString('base64') }));
  const [templates, rest] = [true, false].map((is) => named.filter(({ name }) => name.startsWith('templates/') === is));
  const files = rest?.filter(({ name }) => !['Chart.yaml', 'values.yaml', '.helmignore'].includes(name));
  const release = { manifest: stdout, chart: { templates, files, values: defaultsOf(CODER_VALUES) } };
  return gzipSync(JSON.stringify(release), { level: 9 }).length;
}

test('the record of a release, of which a cluster keeps ten, is not above 160 kB', async () => {
  expect(await zippedRelease()).toBeLessThanOrEqual(160_000);
});

test('each template holds one object, or one for each item of a loop, and nothing else', () => {
  for (const [file, text] of TEMPLATES) {
    expect({ file, kinds: text.match(/^kind: /gm) }).toEqual({ file, kinds: ['kind: '] });
    const isLoop = /^\{\{- range \$key, \$item/m.test(text);
    expect({ file, separators: text.match(/^---/gm) }).toEqual({ file, separators: isLoop ? ['---'] : null });
  }
});

test('each template fills in the defaults before it reads a value', () => {
  for (const [, text] of TEMPLATES) expect(text.split('\n')[0]).toBe('{{- include "coder.cdk8s.defaults" . }}');
});

test('each value that a template prints is typed: quoted, a number, or a declared switch', () => {
  const switches = leavesOf(CODER_VALUES).filter(({ leaf }) => leaf.type === 'boolean');
  const isSwitch = (path: string): boolean => switches.some((value) => `.Values.${value.path.join('.')}` === path);
  const printed = TEMPLATES.flatMap(([, text]) =>
    [...text.matchAll(/(?:: |- )\{\{ (.*) \}\}$/gm)].map((match) => match[1] ?? ''),
  );
  const untyped = printed.filter(
    (expression) => !/\| (quote|int64|toJson)$|^include "coder.cdk8s.yaml" /.test(expression) && !isSwitch(expression),
  );
  expect(printed.length).toBeGreaterThan(50);
  expect(untyped).toEqual([]);
});

test('no branch of a template is dead: none has a literal for a condition', () => {
  for (const [, text] of FILES) expect(text).not.toMatch(/\{\{-? (else )?if (true|false|not true|not false|"")/);
});

describe('values.yaml', () => {
  test('holds the default of every value', () => {
    expect(canonical(parse(fileOf('values.yaml'), { version: '1.1' }) as Json)).toBe(
      canonical(defaultsOf(CODER_VALUES)),
    );
  });

  test('says what each value is for, right above it', () => {
    const lines = fileOf('values.yaml').split('\n');
    for (const { path } of leavesOf(CODER_VALUES)) {
      const own = `${'  '.repeat(path.length - 1)}${path.at(-1) ?? ''}:`;
      const places = lines.flatMap((line, i) => (line.startsWith(own) ? [i] : []));
      expect({ path, documented: places.every((i) => /^ *# /.test(lines[i - 1] ?? '')) && places.length > 0 }).toEqual({
        path,
        documented: true,
      });
    }
  });

  test('has no anchors, tags or flow collections with entries', () => {
    const document = parseDocument(fileOf('values.yaml'));
    expect(document.errors).toEqual([]);
    expect(fileOf('values.yaml')).not.toMatch(/: [&*!]|: [[{][^\]}]/);
  });
});

const SCHEMA = JSON.parse(fileOf('values.schema.json')) as Readonly<Record<string, unknown>>;

test('the schema describes every value but the alerts as a whole, is closed, requires nothing and refers to nothing outside', () => {
  const text = fileOf('values.schema.json');
  expect(text).toMatch(/^[\n -~]*$/);
  expect(text).not.toMatch(/"\$ref": *"(?!#)/);
  const undescribed: string[] = [];
  const visit = (schema: Readonly<Record<string, unknown>>, path: string): void => {
    const properties = schema['properties'] as Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
    expect({ path, required: schema['required'] }).toEqual({ path, required: undefined });
    if (properties === undefined) return;
    expect({ path, open: schema['additionalProperties'] }).toEqual({ path, open: false });
    for (const [key, given] of Object.entries(properties)) {
      // A key of Coder's own chart, which is refused in words.
      if (given['const'] !== undefined) continue;
      const child = resolved(given);
      if (typeof child['description'] !== 'string') undescribed.push(`${path}.${key}`);
      visit(child, `${path}.${key}`);
    }
  };
  visit(SCHEMA, 'values');
  expect(undescribed.filter((path) => !saysItself(path))).toEqual([]);
});

/** Whether what the reference says of a value, such as "Labels for the Service.", has no word that its path has not. */
function saysItself(path: string): boolean {
  const words = descriptionOf(path.split('.').slice(1))
    .replace(/\b(a|an|for|its?|objects?|of|the|to)\b|s\b|Coderd|\W/gi, ' ')
    .split(/ +/);
  return words.every((word) => path.toLowerCase().includes(word.toLowerCase()));
}

function descriptionOf(path: readonly string[]): string {
  const node = path.reduce<Section | Leaf | undefined>(
    (parent, key) => (parent?.kind === 'section' ? parent.children[key] : undefined),
    CODER_VALUES,
  );
  return (node?.kind === 'section' ? node.description : node?.schema.description) ?? 'nothing';
}

/** A schema as editors read it: what a reference points at, with what stands beside it. */
function resolved({ $ref, ...schema }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (typeof $ref !== 'string') return schema;
  const definitions = SCHEMA['definitions'] as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return { ...resolved(definitions[$ref.replace('#/definitions/', '')] ?? {}), ...schema };
}

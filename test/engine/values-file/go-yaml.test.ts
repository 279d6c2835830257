import * as fs from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { parseStrictYaml } from '../../../src/engine/values-file';
import type { Json } from '../../../src/engine/expr';
import { temporaryDirectory } from '../../support/folder';
import { type HelmMajor, helm, writeChart } from '../../support/helm';
import { canonical } from '../../support/manifests';
import { helmsAt, seedAt, share } from '../../support/share';
import { ALIKE, REFUSED_BY_ALL, REFUSED_BY_US, SCALARS } from './texts';

/** A chart that prints its value `v` and checks nothing. */
const ECHO = writeChart(
  new Map([
    ['Chart.yaml', 'apiVersion: v2\nname: echo\nversion: 0.1.0\n'],
    ['templates/v.yaml', '{"v": {{ .Values.v | toJson }}}\n'],
  ]),
);

const REFUSED = 'refused';

/** What the real Helm reads at the key `v` of a values file with exactly this text. */
async function readByHelm(major: HelmMajor, text: string): Promise<string> {
  const file = path.join(temporaryDirectory(), 'values.yaml');
  fs.writeFileSync(file, text);
  const { code, stdout } = await helm(major, ['template', 'echo', ECHO, '--values', file]);
  if (code !== 0) return REFUSED;
  const { v } = JSON.parse(stdout.replace(/^---\n# Source: .*\n/, '')) as { readonly v: Json };
  return canonical(v);
}

function readByUs(text: string): string {
  try {
    const values = (parseStrictYaml(text) ?? {}) as Readonly<Record<string, Json>>;
    return canonical(values['v'] ?? null);
  } catch {
    return REFUSED;
  }
}

/** What Helms read. */
async function readings(majors: readonly HelmMajor[], text: string): Promise<readonly string[]> {
  return await Promise.all(majors.map((major) => readByHelm(major, text)));
}

/** Texts with their names, and the Helms that each is given to. */
function given<T>(
  texts: Readonly<Record<string, T>>,
): readonly { name: string; text: T; majors: readonly HelmMajor[] }[] {
  return Object.entries(texts).map(([name, text], turn) => ({ name, text, majors: helmsAt(turn) }));
}

function asList(scalars: readonly string[]): string {
  return `v:\n${scalars.map((scalar) => `- ${scalar}\n`).join('')}`;
}

const RANDOM = fc
  .sample(
    fc.string({ unit: fc.constantFrom(...Array.from('00112789+-._eExXoObBaAfFn:tTzZ~')), minLength: 1, maxLength: 8 }),
    {
      seed: seedAt(51),
      numRuns: 4000,
    },
  )
  .filter((scalar) => readByUs(asList([scalar])) !== REFUSED);

describe('a plain scalar is what Go reads:', () => {
  test.each([
    [`${String(SCALARS.size)} with a meaning in some release of YAML`, [...SCALARS.keys()]],
    [`${String(RANDOM.length)} at random`, RANDOM],
  ])('%s', async (_, scalars) => {
    const ours = JSON.parse(readByUs(asList(scalars))) as readonly Json[];
    expect(ours).toHaveLength(scalars.length);
    for (const text of await readings(['helm3', 'helm4'], asList(scalars))) {
      const theirs = JSON.parse(text) as readonly Json[];
      const unlike = scalars.filter((__, i) => canonical(theirs[i]) !== canonical(ours[i]));
      expect(unlike).toEqual([]);
    }
  });

  test('and nearly all at random are read', () => {
    expect(RANDOM.length).toBeGreaterThan(3800);
  });
});

describe('a values file means what Helm reads in it:', () => {
  const meanings = Object.fromEntries(Object.entries(ALIKE).map(([name, [text]]) => [name, text]));

  test.each(share(given(meanings), 3))('$name', async ({ name, text, majors }) => {
    const [, meaning = null] = ALIKE[name] ?? [];
    expect(new Set([readByUs(text), ...(await readings(majors, text))])).toEqual(new Set([canonical(meaning)]));
  });

  test.each(share(given(REFUSED_BY_ALL), 3))('$name is refused', async ({ text, majors }) => {
    expect(new Set([readByUs(text), ...(await readings(majors, text))])).toEqual(new Set([REFUSED]));
  });
});

test.each(share(Object.entries(REFUSED_BY_US), 3))('Helm reads %s, though parsers differ', async (_, [text]) => {
  expect(await readByHelm('helm3', text)).not.toBe(REFUSED);
});

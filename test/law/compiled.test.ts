import * as fc from 'fast-check';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { coderManifestFiles, compiledCoder } from '../../src/cli';
import { withAdvice } from '../../src/cli/advice';
import { knownWarnings } from '../../src/coder/values';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { type CompiledModel, installed, pack, unpack } from '../../src/engine/compiled';
import { type Files } from '../../src/engine/output';
import { ValuesError, concreteHandles } from '../../src/engine/values';
import { partialValues } from '../support/arbitraries';
import { SPOTS, inFiles, nearMisses, unknownKeys, wrongTypes } from '../support/bad-values';
import { CODER_VALUES } from '../support/coder-values';
import { type Case, cases } from '../support/law';
import { count, seedAt, share } from '../support/share';

const TEXT = pack(compiledCoder());
const MODEL = unpack(TEXT) as CompiledModel;

/** What an installation gets: files and warnings, or a refusal. */
type Result = readonly [Files, readonly string[]] | string;

function resultOf(make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof ValuesError) return error.message;
    throw error;
  }
}

function byConstructs({ release: releaseName, namespace, values }: Case): Result {
  return resultOf(() => {
    const files = coderManifestFiles(values, { releaseName, namespace });
    return [files, knownWarnings(concreteHandles(CODER_VALUES, values), DEFAULT_VERSION)];
  });
}

function compiled({ release: releaseName, namespace, values }: Case): Result {
  return resultOf(() => {
    const { files, warnings } = installed(MODEL, values, { releaseName, namespace });
    return [withAdvice(files), warnings];
  });
}

/** Texts byte for byte, in their order. */
function shown(result: Result): unknown {
  return typeof result === 'string' ? result : [[...result[0]], result[1]];
}

/** Values as they are drawn, of which most break a rule. */
function unrepaired(): readonly Case[] {
  const drawn = fc.sample(partialValues(CODER_VALUES, 0.3), {
    seed: seedAt(52),
    numRuns: count({ few: 8, many: 200 }),
  });
  return drawn.map((values) => ({ release: 'coder', namespace: 'coder', values }));
}

function refused(): readonly Case[] {
  const bad = [...unknownKeys(), ...SPOTS.flatMap((spot, turn) => [...wrongTypes(spot), ...nearMisses(spot, turn)])];
  return share(inFiles(bad), 8).map(({ values }) => ({
    ...{ release: 'coder', namespace: 'coder' },
    values: values as Case['values'],
  }));
}

describe('the compiled model makes the same of values as the constructs:', () => {
  test('the bytes of all files, and the warnings', () => {
    const drawn = [0.1, 0.6].flatMap((presence, i) =>
      cases(CODER_VALUES, count({ few: 6, many: 200 }), { seed: seedAt(50 + i), presence }),
    );
    for (const one of [{ release: 'coder', namespace: 'coder', values: {} }, ...drawn])
      expect(shown(compiled(one))).toEqual(shown(byConstructs(one)));
  });

  test('the refusals', () => {
    const results = [...unrepaired(), ...refused()].map((one) => {
      const result = byConstructs(one);
      expect(shown(compiled(one))).toEqual(shown(result));
      return result;
    });
    expect(results.filter((result) => typeof result === 'string').length).toBeGreaterThan(results.length / 2);
  });

  test.each([
    ['A', 'coder'],
    ['a'.repeat(54), 'coder'],
    ['coder', ''],
  ])('the refusal of the release %j in the namespace %j', (release, namespace) => {
    const one = { release, namespace, values: {} };
    expect(compiled(one)).toMatch(/^(releaseName|namespace): expected /);
    expect(compiled(one)).toBe(byConstructs(one));
  });
});

test('the model in lib is that of the sources; if not, `npm run build` makes it', () => {
  expect(fs.readFileSync(path.join(__dirname, '../../lib/model.json'), 'utf8') === TEXT).toBe(true);
});

import { coderValues } from '../../src/coder/values';
import { KINDS_OF_MISTAKES, compareWords } from '../support/said';
import { chartWith, template } from '../support/bad-helm';
import { SPOTS, nearMisses, unknownKeys, wrongTypes } from '../support/bad-values';
import { helmsAt, share } from '../support/share';

const HELMS = helmsAt(0);
const CHART = chartWith();
const VALUES = coderValues();

describe('of each mistake that the schema refuses, both Helms say the path and the words that synth says,', () => {
  const wrong = SPOTS.flatMap((spot, i) => share(wrongTypes(spot), 3, i));
  const near = SPOTS.flatMap(nearMisses);

  test('for wrong types, unknown keys and values just outside of what is allowed, of every kind', async () => {
    const { met, found } = await compareWords({ values: VALUES, chart: CHART, majors: HELMS }, [
      ...unknownKeys(),
      ...wrong,
      ...near,
    ]);
    expect(found).toEqual([]);
    expect(KINDS_OF_MISTAKES.filter((name) => !met.has(name))).toEqual([]);
  });
});

describe('what is given by a flag gets one message that is readable', () => {
  test.each<readonly [flag: string, given: string, words: RegExp]>([
    ['--set', 'coderd.replicas=abc', /coderd.replicas'?: .*\(an integer >= 0, or ""\)/],
    ['--set-string', 'coderd.replicas=3', /coderd.replicas'?: .*\(an integer >= 0, or ""\)/],
    [
      '--set',
      'coderd.terminationGracePeriodSeconds=abc',
      /Seconds'?: .*(Expected: integer, given: string|got string, want integer)/,
    ],
    ['--set', 'image.tag=1', /image.tag'?: .*(Expected: string, given: integer|got number, want string)/],
    ['--set', 'coderd.enabled=yes', /coderd.enabled'?: .*(Expected: boolean, given: string|got string, want boolean)/],
    ['--set', 'coderd.enabled=null', /values.coderd.enabled: expected true or false, got null; leave the key out/],
    ['--set', 'image.repository=A', /image.repository'?: .*\(an image repository \(a-z, 0-9, -\._\/\)\)/],
    ['--set', 'coderd.labels.a b=c', /label key, name or prefix\/name of letters, digits, -_\./],
  ])('%s %s', async (flag, given, words) => {
    for (const major of HELMS) {
      const { code, stderr } = await template(major, CHART, { args: [flag, given] });
      expect([code, stderr.replaceAll('/coderd/', 'coderd.').replaceAll('/image/', 'image.')]).toEqual([
        1,
        expect.stringMatching(words),
      ]);
    }
  });
});

import { stringify } from 'yaml';
import type { Json } from '../../../src/engine/expr';
import type { Files } from '../../../src/engine/output';
import { helmTemplate, writeChart } from '../../support/helm';
import { FILES, REUSED, seenIn } from './newer';

describe.each(['helm3', 'helm4'] as const)('with the values of an older chart, under %s,', (major) => {
  /** What the chart makes of the values of an older release: Helm gives them in the place of those in values.yaml. */
  async function reused(older: Json, values: Json = {}): Promise<unknown> {
    const files: Files = new Map([...FILES, ['values.yaml', stringify(older)]]);
    const { code, stdout, stderr } = await helmTemplate(major, writeChart(files), { values });
    return code === 0 ? seenIn(stdout) : stderr;
  }

  test.each(REUSED)('%s', async (_, older, seen) => {
    const found = await reused(older);
    if (typeof seen === 'string') expect(found).toContain(`: ${seen}\n`);
    else expect(found).toEqual(seen);
  });

  test('a null that is given for a newer one is refused: Helm keeps it, since nothing is there to take away', async () => {
    const stderr = await reused({}, { added: null });
    expect(stderr).toMatch(
      /^- (added: Invalid type\. Expected: string, given: null|at '\/added': got null, want string)$/m,
    );
  });

  test('and the chart itself takes null for null', async () => {
    const { stdout } = await helmTemplate(major, writeChart(FILES), { values: { added: null, web: null } });
    expect(seenIn(stdout)).toEqual({ data: { fixed: 'g', old: 'a', later: '{{ f }}' }, count: 7 });
  });
});

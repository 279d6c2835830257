import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CODER_VALUES } from '../../../src/coder/values';
import { manifest, section } from '../../../src/engine/values';
import { generate } from '../../../tools/pages';
import { propsProblem, propsText } from '../../../tools/pages/props';
import { inDirectory } from '../../docs/programs';

function propsWith(type: string): string {
  const added = manifest(type, { description: 'How to log in.', default: {} });
  return propsText(section('Values.', { ...CODER_VALUES.children, basicAuth: added }));
}

describe('a value whose TypeScript type', () => {
  test('is there gives props that compile', () => {
    expect(propsProblem(propsText(CODER_VALUES))).toBeUndefined();
    expect(propsProblem(propsWith('k8s.Affinity'))).toBeUndefined();
  });

  test.each(['BasicAuth', 'k8s.Afinity', 'plus.Affinity'])(
    'is not there is refused in one line, and nothing is written: %s',
    async (type) => {
      const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'generate-'));
      const said = jest.spyOn(console, 'error').mockImplementation();
      await inDirectory(directory, () => {
        expect(generate(propsWith(type))).toBe(1);
      });
      const lines = said.mock.calls.map(([line]) => String(line));
      jest.restoreAllMocks();
      expect(lines).toEqual([expect.stringMatching(/^error: readonly basicAuth\?: [^\n]* would not compile: [^\n]+$/)]);
      expect(lines[0]).toContain(type.split('.').at(-1));
      expect(fs.readdirSync(directory)).toEqual([]);
      fs.rmdirSync(directory);
    },
  );
});

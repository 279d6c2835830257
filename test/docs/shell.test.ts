import * as fs from 'node:fs';
import * as path from 'node:path';
import { valuesFiles } from '../../tools/examples';
import { ROOT, blocksIn } from './markdown';
import { inDirectory } from './programs';
import { clone, commandsOf, tryCommand } from './shell';

/** The commands of examples stand in comments. */
function commandsInExamples(): readonly (readonly [string, readonly (readonly string[])[]])[] {
  return valuesFiles.map((file) => {
    const text = fs.readFileSync(path.join(ROOT, 'examples', file), 'utf8');
    const lines = [...text.matchAll(/^# {3}(.+)$/gm)].map(({ 1: line = '' }) => line);
    return [`examples/${file}`, commandsOf({ place: file, language: 'sh', text: lines.join('\n') })];
  });
}

describe('the commands in the documentation do what they say:', () => {
  beforeEach(() => {
    jest.spyOn(console, 'log').mockImplementation();
    jest.spyOn(console, 'error').mockImplementation();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  // The end-to-end suite "publish" runs that page, in its order and with a registry.
  const others = blocksIn('sh').filter(({ place }) => !place.startsWith('docs/how-to/publish-a-chart.md:'));
  const blocks = others.map((block) => [block.place, commandsOf(block)] as const);

  test.each([...blocks, ...commandsInExamples()])('%s', async (_, commands) => {
    const problems: (string | undefined)[] = [];
    await inDirectory(clone(), async () => {
      for (const words of commands) problems.push(await tryCommand(words));
    });
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });

  test('a wrong one is noticed', async () => {
    const wrong =
      'npx cdk8s-coder synth -f none.yaml\nnpm run none\nhelm template a charts/none\nmake love\nnpm test -- test/none';
    const commands = commandsOf({ place: 'here', language: 'sh', text: wrong });
    for (const words of commands) expect(await tryCommand(words)).toEqual(expect.any(String));
  });
});

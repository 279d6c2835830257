import * as fs from 'node:fs';
import * as path from 'node:path';
import { blocksIn } from '../../tools/snippets';
import { promtools, runPromtool } from '../../tools/rules';
import { temporaryDirectory } from '../support/folder';

const BLOCKS = blocksIn('yaml').filter(({ text }) => text.startsWith('scrape_configs:'));

test('the scrapes in the documentation are read by Prometheus 3, and by 2 but for the pods that Debian left out', async () => {
  const folder = temporaryDirectory();
  expect(BLOCKS.length).toBeGreaterThan(1);
  for (const [i, { text }] of BLOCKS.entries()) {
    const file = `${String(i)}.yaml`;
    fs.writeFileSync(path.join(folder, file), text);
    fs.writeFileSync(path.join(folder, `static-${file}`), withStaticTargets(text));
    for (const tool of await promtools()) {
      const read = (name: string) => runPromtool(tool, ['check', 'config', name], folder);
      expect(await read(`static-${file}`)).toBeUndefined();
      if (tool.knowsNative) expect(await read(file)).toBeUndefined();
    }
  }
});

/** The same with targets that need no service discovery. */
function withStaticTargets(text: string): string {
  return text.replace(/ {4}kubernetes_sd_configs:\n(?: {6}.*\n)+/g, '    static_configs:\n      - targets: [a]\n');
}

import { FENCE, page } from '../../../snippets';
import { commandsIn } from '../commands';

/** The page that goes from Coder's own chart to this one. */
const PAGE = 'docs/how-to/from-coders-own-chart.md';

const { text } = page(PAGE);

function blocks(language: string, section = text): readonly string[] {
  return [...section.matchAll(FENCE)].flatMap(([, of, block = '']) => (of === language ? [block] : []));
}

/** The commands below a heading. */
export function commandsBelow(heading: string): readonly string[] {
  const [, section = ''] = text.split(`### ${heading}\n`);
  const found = blocks('sh', section.split('\n### ')[0]).flatMap(commandsIn);
  if (found.length === 0) throw new Error(`${PAGE}: expected commands below "### ${heading}", got none`);
  return found;
}

/** The values file of the page, with its name in its first line. */
export function databaseFile(): string {
  const found = blocks('yaml').find((block) => block.startsWith('# database.yaml\n'));
  if (found === undefined) throw new Error(`${PAGE}: expected a block that begins with # database.yaml`);
  return found;
}

/** What the page says that an upgrade removes. */
export function removedObjects(): readonly string[] {
  const found = blocks('text').find((block) => block.includes('/timescale\n'));
  return found?.trim().split('\n') ?? [];
}

import fs from 'node:fs';
import path from 'node:path';
import { FENCE, page } from '../../../snippets';
import { commandsIn } from '../commands';

/** The page that goes from an empty folder to a chart in a registry. */
const PAGE = 'docs/how-to/publish-a-chart.md';

/** What a reader of the page does next: saves a file, or runs a command. */
export type Step = { readonly file: string; readonly text: string } | { readonly command: string };

/** What the page says to do, in its order. */
export function steps(): readonly Step[] {
  return [...page(PAGE).text.matchAll(FENCE)].flatMap(([, language = '', text = '']): readonly Step[] => {
    if (language === 'sh') return commandsIn(text).map((command) => ({ command }));
    const file = /^\/\/ (\S+)\n/.exec(text)?.[1];
    if (file === undefined) throw new Error(`${PAGE}: expected a block that begins with the name of its file`);
    return [{ file, text }];
  });
}

/** Saves the files of the page. */
export function save(folder: string, { file, text }: { readonly file: string; readonly text: string }): void {
  fs.writeFileSync(path.join(folder, file), text);
}

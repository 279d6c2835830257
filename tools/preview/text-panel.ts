import { wrapText } from './font';
import { text } from './svg';
import type { View } from './view';

const SIZE = 13;
const LINE = 19;

/** The lines of a text panel: headings are bold, list items have a point, other marks of Markdown and HTML are left out. */
export function drawText({ panel, width, height }: View): string {
  const lines = (panel.options?.content ?? '').split('\n').flatMap((line) => styled(line.trim(), width));
  const shown = lines.slice(0, Math.floor((height - 4) / LINE));
  return shown
    .map(({ words, bold, indent }, i) => text(words, { x: indent, y: (i + 1) * LINE - 4, size: SIZE, bold }))
    .join('');
}

interface Line {
  readonly words: string;
  readonly bold: boolean;
  readonly indent: number;
}

function styled(line: string, width: number): readonly Line[] {
  const [, mark = '', rest = line] = /^(#+|[-*+]|\d+\.)\s+(.*)$/.exec(line) ?? [];
  const bold = mark.startsWith('#');
  const isItem = mark !== '' && !bold;
  const indent = isItem ? 16 : 0;
  const bullet = /^\d/.test(mark) ? mark : '•';
  return wrapText(withoutMarks(rest), width - indent, SIZE).map((words, i) =>
    isItem && i === 0 ? { words: `${bullet} ${words}`, bold, indent: 4 } : { words, bold, indent },
  );
}

function withoutMarks(line: string): string {
  return line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*|__|`/g, '');
}

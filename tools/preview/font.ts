/** The font of every text, and what stands in for it, about as wide, where a viewer does not have it. */
export const FONT = 'DejaVu Sans, Helvetica, Arial, sans-serif';
/** Of the first font; the others have no such width and are drawn as they are. */
export const FONT_STRETCH = 'condensed';

/** Advance widths of DejaVu Sans Condensed for the characters from U+0020 on, in thousandths of the font size. */
const WIDTHS = [
  286, 360, 414, 754, 572, 855, 702, 247, 351, 351, 450, 754, 286, 325, 286, 303, 572, 572, 572, 572, 572, 572, 572,
  572, 572, 572, 303, 303, 754, 754, 754, 478, 900, 615, 617, 628, 693, 568, 518, 697, 677, 265, 265, 590, 501, 776,
  673, 708, 542, 708, 625, 571, 549, 659, 615, 890, 616, 549, 616, 351, 303, 351, 754, 450, 450, 551, 571, 495, 571,
  554, 316, 571, 570, 250, 250, 521, 250, 876, 570, 550, 571, 571, 370, 469, 353, 570, 532, 736, 532, 532, 472, 572,
  303, 572, 754,
];
const OTHER_WIDTH = 700;
/** Bold glyphs are up to this much wider. */
const BOLD = 1.14;

/** The width of a text in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  const thousandths = Array.from(text, (char) => WIDTHS[(char.codePointAt(0) ?? 0) - 32] ?? OTHER_WIDTH);
  return (thousandths.reduce((sum, width) => sum + width, 0) / 1000) * size * (bold ? BOLD : 1);
}

/** The text, cut so that it is no wider than `width`; what was cut ends in "…". */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const chars = Array.from(text);
  while (chars.length > 0 && textWidth(`${chars.join('')}…`, size, bold) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

/** The lines of a text, broken at spaces so that each is no wider than `width` where its words allow it. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** The commands in a block of a page: one a line, or several lines that end with a backslash. */
export function commandsIn(text: string): readonly string[] {
  return text
    .replaceAll(/\\\n\s*/g, '')
    .trim()
    .split('\n');
}

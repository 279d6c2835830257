/** Text in a cell of a table. */
export function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/<(?=[a-zA-Z/!?])/g, '\\<')
    .replaceAll('\n', ' ');
}

/** A text as code, in a cell or elsewhere. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A table; cells are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A block of PromQL. */
export function promql(expression: string): string {
  return `\`\`\`promql\n${expression}\n\`\`\``;
}

/** A page of parts with an empty line between any two. */
export function page(...parts: readonly (string | readonly string[])[]): string {
  return `${parts.flat().join('\n\n')}\n`;
}

/** A template of an alert as people read it: labels and values as placeholders. */
export function placeholders(template: string): string {
  return template.replace(/\{\{ *\$labels\.(\w+) *\}\}/g, '_$1_').replace(/\{\{[^}]*\$value[^}]*\}\}/g, '_value_');
}

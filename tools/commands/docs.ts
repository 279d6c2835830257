// node tools/run.cjs docs: rewrites the sections of the documentation that architecture.json decides; with --check it only
// says which ones are stale. --root names another top folder than this one.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Read, fields, listOf, mapOf, parseJson, text } from '../read';
import { SetUpError, root as here } from '../setup/index.cjs';

const member = fields({ purpose: text, mayImport: listOf(text), packages: listOf(text) });
const architecture = fields({ rooms: mapOf(member), edges: mapOf(member), tools: mapOf(member) });
type Architecture = Read<typeof architecture>;

interface Section {
  readonly file: string;
  readonly name: string;
  readonly print: (table: Architecture) => string;
}

/** Which section of which file is made of what. */
const sections: readonly Section[] = [
  { file: 'docs/architecture.md', name: 'rooms', print: roomsTable },
  { file: 'CONTRIBUTING.md', name: 'rooms', print: roomsTree },
];

export function main(args: string[]): number {
  const options = { check: { type: 'boolean', default: false }, root: { type: 'string', default: here } } as const;
  const { check, root } = parseArgs({ args, options }).values;
  const file = path.join(root, 'architecture.json');
  const table = parseJson(fs.readFileSync(file, 'utf8'), architecture, file);
  const stale = sections.filter((section) => update(section, table, { check, root }));
  for (const section of stale) {
    console.log(`${section.file}: section "${section.name}" ${check ? 'is stale' : 'written'}`);
  }
  return check && stale.length > 0 ? 1 : 0;
}

/** Returns whether the section was stale. */
function update(section: Section, table: Architecture, { check, root }: { check: boolean; root: string }): boolean {
  const full = path.join(root, section.file);
  const before = fs.readFileSync(full, 'utf8');
  const after = replaceSection(before, section, section.print(table));
  if (!check && after !== before) fs.writeFileSync(full, after);
  return after !== before;
}

function replaceSection(before: string, { file, name }: Section, content: string): string {
  const [start, end] = [`<!-- begin ${name}: made by node tools/run.cjs docs -->`, `<!-- end ${name} -->`];
  const [head, tail] = [before.indexOf(start), before.indexOf(end)];
  if (head < 0 || tail < head) throw new SetUpError(`${file} has no section between "${start}" and "${end}"`);
  return `${before.slice(0, head + start.length)}\n\n${content}\n\n${before.slice(tail)}`;
}

function roomsTable({ rooms, edges }: Architecture): string {
  const rows = Object.entries({ ...rooms, ...edges }).map(([name, { purpose, mayImport, packages }]) => {
    return [`\`${name}\``, purpose, roomNames(mayImport), list(packages)];
  });
  return markdownTable(['Room', 'What it is for', 'May import', 'Packages'], rows);
}

function roomNames(mayImport: readonly string[]): string {
  return mayImport.includes('*') ? 'every room' : list(mayImport);
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** A table in the form that Prettier gives it. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function roomsTree({ rooms, edges, tools }: Architecture): string {
  const folders = (named: Architecture['rooms']) =>
    Object.entries(named).map(([name, room]) => ({ ...room, name: `${name}/` }));
  const files = Object.entries(edges).map(([name, edge]) => ({ ...edge, name }));
  const src = branch('src/', [...folders(rooms), ...files]);
  return ['```text', ...src, ...branch('tools/', folders(tools)), '```'].join('\n');
}

function branch(
  top: string,
  members: readonly { readonly name: string; readonly purpose: string }[],
): readonly string[] {
  const width = Math.max(...members.map(({ name }) => name.length));
  return [top, ...members.map(({ name, purpose }) => `  ${name.padEnd(width)}  ${purpose}`)];
}

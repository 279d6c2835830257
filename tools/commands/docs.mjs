// node tools/commands/docs.mjs: rewrites the sections of the documentation that architecture.json decides; with --check it only
// says which ones are stale. --root names another top folder than this one.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SetUpError, runScript } from '../setup/failure.mjs';
import { root as here } from '../setup/root.mjs';

/** Which section of which file is made of what. */
const sections = [
  { file: 'docs/architecture.md', name: 'rooms', print: roomsTable },
  { file: 'CONTRIBUTING.md', name: 'rooms', print: roomsTree },
];

await runScript(() => {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string', default: here } } });
  const architecture = JSON.parse(fs.readFileSync(path.join(values.root, 'architecture.json'), 'utf8'));
  const stale = sections.filter((section) => update(section, architecture, values));
  for (const { file, name } of stale)
    console.log(`${file}: section "${name}" ${values.check ? 'is stale' : 'written'}`);
  return values.check && stale.length > 0 ? 1 : 0;
});

/** Returns whether the section was stale. */
function update({ file, name, print }, architecture, { check, root }) {
  const full = path.join(root, file);
  const before = fs.readFileSync(full, 'utf8');
  const after = replaceSection(before, name, print(architecture), file);
  if (!check && after !== before) fs.writeFileSync(full, after);
  return after !== before;
}

function replaceSection(text, name, content, file) {
  const [start, end] = [`<!-- begin ${name}: made by tools/commands/docs.mjs -->`, `<!-- end ${name} -->`];
  const [head, tail] = [text.indexOf(start), text.indexOf(end)];
  if (head < 0 || tail < head) throw new SetUpError(`${file} has no section between "${start}" and "${end}"`);
  return `${text.slice(0, head + start.length)}\n\n${content}\n\n${text.slice(tail)}`;
}

function roomsTable({ rooms, edges }) {
  const rows = Object.entries({ ...rooms, ...edges }).map(([name, { purpose, mayImport, packages }]) => {
    return [`\`${name}\``, purpose, roomNames(mayImport), list(packages)];
  });
  return markdownTable(['Room', 'What it is for', 'May import', 'Packages'], rows);
}

function roomNames(mayImport) {
  return mayImport.includes('*') ? 'every room' : list(mayImport);
}

function list(names) {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** A table in the form that Prettier gives it. */
function markdownTable(head, rows) {
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function roomsTree({ rooms, edges }) {
  const names = [...Object.keys(rooms).map((name) => `${name}/`), ...Object.keys(edges)];
  const purposes = [...Object.values(rooms), ...Object.values(edges)].map(({ purpose }) => purpose);
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name, i) => `  ${name.padEnd(width)}  ${purposes[i]}`);
  return ['```text', 'src/', ...lines, '```'].join('\n');
}

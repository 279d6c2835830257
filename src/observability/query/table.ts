import { ageLines } from './age';
import { type CellUnit, format } from './format';
import { printable } from './errors';

/** A column: one of numbers has a unit, unless each line has its own. */
export interface AnswerColumn {
  /** Key in JSON. */
  readonly key: string;
  /** Heading of the column. */
  readonly title: string;
  /** How numbers are written; by default as they are. */
  readonly unit?: CellUnit;
  /** Numbers are written below each other. */
  readonly isNumber?: boolean;
  /** In JSON only. */
  readonly isHidden?: boolean;
}

/** A cell: what is read, and what it is. */
export interface Cell {
  /** What people read. */
  readonly text: string;
  /** What programs read: `null` where nothing was measured. */
  readonly value: string | number | null;
}

/** An answer. */
export interface Table {
  /** Name of the question that it answers. */
  readonly question: string;
  /** From left to right. */
  readonly columns: readonly AnswerColumn[];
  /** One cell a column. */
  readonly rows: readonly (readonly Cell[])[];
  /** Whether the columns need a heading. */
  readonly hasHeading: boolean;
  /** What else must be known. */
  readonly notes: readonly string[];
  /** Seconds since the newest sample of what was asked about; by default it is not known. */
  readonly age?: number | undefined;
}

/** A cell with a text of somebody else. */
export function textCell(text: string, empty = '-'): Cell {
  return { text: text === '' ? empty : printable(text), value: text };
}

/** A cell with a number; one that is none (no data, or no observation) is null. */
export function numberCell(value: number | undefined, unit: CellUnit): Cell {
  return { text: format(value, unit), value: value === undefined || !Number.isFinite(value) ? null : value };
}

/** The lines of a table for a terminal. */
export function tableLines({ columns, rows, hasHeading, notes, age }: Table): readonly string[] {
  const blocks = columns.flatMap((column, i) => {
    const heading = hasHeading && rows.length > 0 ? [column.title.toUpperCase()] : [];
    return column.isHidden === true ? [] : [padded([...heading, ...rows.map((row) => row[i]?.text ?? '')], column)];
  });
  const lines = (blocks[0] ?? []).map((_, line) => blocks.map((block) => block[line] ?? '').join('   '));
  return [...lines.map((line) => line.trimEnd()), ...notes, ...ageLines(age)];
}

function padded(texts: readonly string[], { isNumber = false }: AnswerColumn): readonly string[] {
  const width = Math.max(0, ...texts.map((text) => text.length));
  return texts.map((text) => (isNumber ? text.padStart(width) : text.padEnd(width)));
}

/** A table as JSON: numbers as they are, in the unit that is named. */
export function tableJson({ question, columns, rows, notes, age }: Table): string {
  const plain = {
    question,
    columns: columns.map(({ key, unit }) => (unit === undefined ? { key } : { key, unit })),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ key }, i) => [key, row[i]?.value ?? null]))),
    notes,
    ...(age === undefined ? {} : { ageSeconds: age }),
  };
  return JSON.stringify(plain, undefined, 2);
}

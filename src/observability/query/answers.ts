import { hasHistogram } from '../promql';
import type { Sample } from './client';
import type { Fact, FactsQuestion, ListColumn, ListQuestion } from './question';
import { type Place, expressionOf, otherForm } from './selection';
import { type Cell, type AnswerColumn, type Table, numberCell, textCell } from './table';

/** Answers with one line a fact; `undefined` when nothing is there. */
export async function askFacts(question: FactsQuestion, place: Place): Promise<Table | undefined> {
  const answers = await Promise.all(question.facts.map(({ query }) => samplesOf(query, place)));
  if (answers.every((samples) => samples.length === 0)) return undefined;
  const rows = question.facts.flatMap((fact, i) => factRows(fact, answers[i] ?? []));
  return {
    question: question.name,
    columns: FACT_COLUMNS,
    rows,
    hasHeading: false,
    notes: notesOf(question.facts, answers, place),
  };
}

const FACT_COLUMNS: readonly AnswerColumn[] = [
  { key: 'what', title: 'what' },
  { key: 'value', title: 'value', isNumber: true },
  { key: 'unit', title: 'unit', isHidden: true },
];

function factRows({ what, unit, by }: Fact, samples: readonly Sample[]): readonly (readonly Cell[])[] {
  const row = (name: string, value: number | undefined): readonly Cell[] => [
    textCell(name),
    numberCell(value, unit),
    textCell(unit),
  ];
  if (by === undefined) return [row(what, samples[0]?.value)];
  const named = samples.map(({ labels, value }) => ({ name: `${what} ${labels[by] ?? ''}`.trim(), value }));
  return named.sort((a, b) => compare(a.name, b.name)).map(({ name, value }) => row(name, value));
}

/** Answers with one line a combination of labels; `undefined` when nothing is there. */
export async function askList(question: ListQuestion, place: Place): Promise<Table | undefined> {
  const { name, by, columns, most } = question;
  const answers = await Promise.all(columns.map(({ query }) => samplesOf(query, place)));
  const lines = linesOf(by, answers);
  if (lines.length === 0) return undefined;
  const cut = lines.length > most ? [`${String(lines.length - most)} more not shown`] : [];
  return {
    question: name,
    columns: [
      ...by.map((label) => ({ key: label, title: label })),
      ...columns.map(({ key, title, unit }) => ({ key, title, unit, isNumber: true })),
    ],
    rows: lines.slice(0, most).map((line) => listRow(line, columns)),
    hasHeading: true,
    notes: [...cut, ...notesOf(columns, answers, place)],
  };
}

interface Line {
  readonly labels: readonly string[];
  readonly values: readonly (number | undefined)[];
}

/** All combinations of labels that any column has. */
function linesOf(by: readonly string[], answers: readonly (readonly Sample[])[]): readonly Line[] {
  const labelsOf = (sample: Sample): readonly string[] => by.map((label) => sample.labels[label] ?? '');
  const maps = answers.map((samples) => new Map(samples.map((one) => [JSON.stringify(labelsOf(one)), one.value])));
  const keys = [...new Set(maps.flatMap((map) => [...map.keys()]))].sort(compare);
  const lines = keys.map((key) => ({
    labels: JSON.parse(key) as readonly string[],
    values: maps.map((map) => map.get(key)),
  }));
  return lines.sort((a, b) => sizeOf(b) - sizeOf(a));
}

function sizeOf({ values: [first = -1] }: Line): number {
  return Number.isNaN(first) ? -1 : first;
}

function listRow({ labels, values }: Line, columns: readonly ListColumn[]): readonly Cell[] {
  const numbers = columns.map(({ unit }, i) => numberCell(values[i], unit));
  return [...labels.map((label) => textCell(label, '(none)')), ...numbers];
}

function samplesOf(query: Fact['query'], { client, asking, time }: Place): Promise<readonly Sample[]> {
  return client.query(expressionOf(query, asking), time);
}

/** Whoever asks for the wrong form of histograms gets everything but them. */
function notesOf(
  asked: readonly Pick<Fact, 'query'>[],
  answers: readonly (readonly Sample[])[],
  { asking: { histograms } }: Place,
): readonly string[] {
  const ofHistograms = answers.filter((_, i) => asked[i] !== undefined && hasHistogram(asked[i].query));
  const isWrongForm = ofHistograms.length > 0 && ofHistograms.every((samples) => samples.length === 0);
  return isWrongForm ? [`no ${histograms} histograms found; try --histograms ${otherForm(histograms)}`] : [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

import { coderChartFiles } from '../../src/cli';

/** Kinds of objects that people ask for. */
const KINDS = ['Ingress', 'NetworkPolicy', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'];

/** From the heading to the lines that people write. */
const PART = /(?<=^## What is missing\n\n)[\s\S]*?(?=- A database in the chart)/m;

/** A text in which the list of what is missing is what the model does not have; a text without that list asks for no model. */
export function withMissing(text: string, present: () => ReadonlySet<string> = presentNow): string {
  return text.replace(PART, () =>
    missing(present())
      .map((line) => `${line}\n`)
      .join(''),
  );
}

function missing(kinds: ReadonlySet<string>): readonly string[] {
  const objects = KINDS.filter((kind) => !kinds.has(kind));
  return objects.length === 0 ? [] : [`- ${objects.join(', ')}: add [your own](docs/how-to/objects-of-your-own.md).`];
}

let known: ReadonlySet<string> | undefined;

/** Renders the chart, once. */
function presentNow(): ReadonlySet<string> {
  return (known ??= kindsInChart());
}

function kindsInChart(): ReadonlySet<string> {
  const templates = [...coderChartFiles()].filter(([file]) => file.startsWith('templates/'));
  return new Set(templates.flatMap(([, text]) => [...text.matchAll(/^kind: "?(\w+)/gm)].map(([, kind = '']) => kind)));
}

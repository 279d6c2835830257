/** Helm within the process: renders charts of this project, and refuses what Go would not run. The tests with real Helm hold the two together. */
import { parse } from 'yaml';
import type { Json } from '../../../src/engine/expr';
import type { Files } from '../../../src/engine/output';
import { parseTemplate } from './parse';
import { Templates } from './run';
import { type GoMap, type GoValue, isMap, show } from './values';

/** An installation of a chart, with the values that are given. */
export interface Installation {
  readonly release: string;
  readonly namespace: string;
  readonly values: Json;
}

/** The texts of a chart's templates, by file, for an installation; its values are put over those of values.yaml. */
export type Render = (installation: Installation) => ReadonlyMap<string, string>;

/** A chart that is read once and rendered often. */
export function chartRenderer(files: Files): Render {
  const parsed = [...files].filter(([file]) => file.startsWith('templates/'));
  const templates = parsed.map(([file, text]) => [file, parseTemplate(text)] as const);
  const named = new Templates();
  for (const [, pieces] of templates)
    named.render(
      pieces.filter(({ kind }) => kind === 'define'),
      null,
    );
  const own = templates.filter(([file]) => !file.endsWith('.tpl'));
  return (installation) => {
    const root = rootOf(files, installation);
    return new Map(own.map(([file, pieces]) => [file, named.render(pieces, root)]));
  };
}

/** What all templates of a chart share. */
function rootOf(files: Files, { release, namespace, values }: Installation): GoMap {
  return {
    Values: coalesced(
      parse(files.get('values.yaml') ?? '{}', { version: '1.1' }) as GoMap,
      structuredClone(values) as GoMap,
    ),
    Chart: { Name: /^name: (.*)$/m.exec(files.get('Chart.yaml') ?? '')?.[1] ?? '' },
    Release: { Name: release, Namespace: namespace },
    Files: { Get: (file): GoValue => files.get(show(file)) ?? '' },
  };
}

/** Values over others, as Helm puts them: a null takes away what is there, and stays where nothing is. */
function coalesced(base: GoMap, over: GoMap): GoMap {
  const both = new Map(Object.entries({ ...base }));
  for (const [key, value] of Object.entries(over)) {
    const under = both.get(key);
    if (value === null && under !== undefined) both.delete(key);
    else both.set(key, isMap(under) && isMap(value) ? coalesced(under, value) : value);
  }
  return Object.fromEntries(both);
}

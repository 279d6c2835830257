/** Helm within the process: renders charts of this project, and refuses what Go would not run. The tests with real Helm hold the two together. */
import type { Json } from '../../../src/engine/expr';
import type { Files } from '../../../src/engine/output';
import { parseTemplate } from './parse';
import { Templates } from './run';
import { type GoMap, type GoValue, show } from './values';

/** An installation of a chart. */
export interface Installation {
  readonly release: string;
  readonly namespace: string;
  readonly values: Json;
}

/** The texts of a chart's templates, by file, for an installation; its values are all that Helm knows, so those that it lacks are absent. */
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
    Values: structuredClone(values) as GoMap,
    Release: { Name: release, Namespace: namespace },
    Files: { Get: (file): GoValue => files.get(show(file)) ?? '' },
  };
}

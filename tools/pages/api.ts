import { markdown } from '../../src/observability/mixin';
import { type Exported, type Surface, publicSurface } from './surface';

const { page } = markdown;

/** Folder of the pages about what the package exports; it holds nothing else. */
export const API_PAGES = 'docs/reference/api';

/** The pages about what each entry of the package exports, by file. */
export function apiPages(root: string): ReadonlyMap<string, string> {
  return new Map(publicSurface(root).map((surface) => [`${fileOf(surface)}.md`, surfacePage(surface)]));
}

function fileOf({ specifier }: Surface): string {
  return specifier.replace(/^cdk8s-/, '').replace(/^coder\//, '');
}

function surfacePage({ specifier, title, exported, unnamed }: Surface): string {
  const written = exported.filter(({ generatedIn }) => generatedIn === undefined);
  return page(
    `# ${title}: \`${specifier}\``,
    'What this entry of the package exports, with the declarations as they are compiled. Generated from `src` by `npm start`.',
    written.flatMap(exportedPart),
    generatedPart(exported),
    unnamed.length === 0 ? [] : ['## Types that cannot be imported', ...unnamed.flatMap(exportedPart)],
  );
}

function exportedPart({ name, comment, declarations }: Exported): readonly string[] {
  const [text = '', ...tags] = comment.split(/^(?=@\w+)/m).map((part) => part.trim());
  const about = tags.map((tag) => `- ${tag.replace(/^@(\w+)\s*/, '**$1** ').replaceAll('\n', ' ')}`);
  return [
    `## ${name}`,
    text,
    ...(about.length === 0 ? [] : [about.join('\n')]),
    // Not "ts": that is a program, which the tests run.
    `\`\`\`typescript\n${declarations.join('\n')}\n\`\`\``,
  ];
}

/** Generated declarations have their own place, where a change of them is seen. */
function generatedPart(exported: readonly Exported[]): readonly string[] {
  const files = [...new Set(exported.flatMap(({ generatedIn }) => generatedIn ?? []))];
  const rows = files.map((file) => {
    const names = exported.filter(({ generatedIn }) => generatedIn === file).map(({ name }) => `\`${name}\``);
    return `- \`${file}\`: ${names.join(', ')}`;
  });
  return rows.length === 0 ? [] : ['## Generated types', rows.join('\n')];
}

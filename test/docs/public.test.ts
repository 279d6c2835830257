import { ALGEBRA_PAGE, type Exported, publicSurface } from '../../tools/pages';
import { pages } from './markdown';

/** The reference of the algebra explains each of its functions, with an example. */
const TEXT = pages()
  .filter(({ file }) => file === ALGEBRA_PAGE || !/^(charts|docs\/(reference|runbooks))\//.test(file))
  .map(({ text }) => text)
  .join('\n');
const SURFACES = publicSurface(process.cwd()).map((surface) => [surface.specifier, surface] as const);
/** Entries of which a page names only what it shows. */
const SHOWN = ['cdk8s-coder/observability'];

/** Whether a program can call or read it, not only write it as a type. */
function isValue({ declarations }: Exported): boolean {
  return declarations.some((text) => /^(function|class|const) /.test(text));
}

/** By its name, or by the last part of it in backticks. */
function isNamed({ name }: Exported): boolean {
  return new RegExp(`\\b${name.replace('.', '\\.')}\\b|\`${name.replace(/^.*\./, '')}\``).test(TEXT);
}

describe('what the package exports', () => {
  test.each(SURFACES)('as %s, pages that people wrote introduce', (specifier) => {
    expect(TEXT).toContain(`'${specifier}'`);
    expect(TEXT).toContain('(docs/reference/api/)');
  });

  test.each(SURFACES.filter(([specifier]) => !SHOWN.includes(specifier)))(
    'as %s to call or to read, such a page names',
    (_, { exported }) => {
      const unnamed = exported.filter((one) => isValue(one) && !isNamed(one));
      expect(unnamed.map(({ name }) => name)).toEqual([]);
    },
  );
});

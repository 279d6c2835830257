/** The snippets in the pages that people write and follow. */
export { type Block, type Page, FENCE, blocksIn, page, pages } from './pages';
export { type Snippet, FOREIGN, foreignGroupOf, manifestSnippets } from './manifests';

// Only what oxlint (.oxlintrc.json) cannot say: documentation of what is public, banned syntax, and decisions on symbolic values.
import { readFileSync } from 'node:fs';
import jsdoc from 'eslint-plugin-jsdoc';
import { require as load } from 'tsx/cjs/api';
import tseslint from 'typescript-eslint';

const { plugin } = load('./src/engine/lint/index.ts', import.meta.url);
const { rooms } = JSON.parse(readFileSync(new URL('architecture.json', import.meta.url), 'utf8'));

/** Rooms that touch the world: the command line and the disk. All others give the same bytes for the same input. */
const worldly = ['cli', 'engine/output', 'engine/values-file'];
const pureRooms = Object.keys(rooms).filter((room) => !worldly.includes(room));

const noDoubleCast = {
  selector: "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']",
  message: 'A type that is forced is a type that is lost: keep it, or check it.',
};
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' };
const noClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Output must not depend on the time.',
};

const exported = 'ExportNamedDeclaration >';
const publicMember = '[accessibility!="private"][override!=true][kind!="constructor"]';
/** What a reader of the package meets: each has a comment. */
const documented = [
  'ExportNamedDeclaration[declaration.type="VariableDeclaration"]',
  `${exported} :matches(ClassDeclaration, FunctionDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration)`,
  `${exported} TSInterfaceDeclaration > TSInterfaceBody > :matches(TSPropertySignature, TSMethodSignature)`,
  `${exported} TSTypeAliasDeclaration > TSTypeLiteral > :matches(TSPropertySignature, TSMethodSignature)`,
  `${exported} ClassDeclaration > ClassBody > :matches(MethodDefinition, PropertyDefinition)${publicMember}`,
];

export default tseslint.config(
  // The fixtures are planted breaches.
  {
    ignores: [
      '**',
      '!src/',
      '!src/**',
      '!test/',
      '!test/engine/',
      '!test/engine/lint/**',
      'test/engine/lint/fixtures/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.base],
    plugins: { 'cdk8s-coder': plugin, jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          contexts: documented,
          require: { FunctionDeclaration: false },
          // An empty comment would only silence the rule.
          enableFixer: false,
        },
      ],
      'no-restricted-syntax': ['error', noDefaultExport, noDoubleCast],
    },
  },
  {
    files: pureRooms.map((room) => `src/${room}/**/*.ts`),
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noDoubleCast, noClock] },
  },
  {
    // The model never sees a concrete value, so it must not decide on one.
    files: ['src/coder/values/**/*.ts', 'src/coder/constructs/**/*.ts'],
    languageOptions: { parserOptions: { project: 'tsconfig.build.json', tsconfigRootDir: import.meta.dirname } },
    rules: { 'cdk8s-coder/no-branching-on-symbolic': 'error' },
  },
);

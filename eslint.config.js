import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Who may import whom. Data moves from left to right along the road and never back. */
const mayImport = {
  core: [],
  formats: ['core'],
  source: ['formats', 'core'],
  locale: [],
  'view-model': ['core', 'locale'],
  visuals: ['view-model'],
  theme: [],
  elements: ['source', 'formats', 'view-model', 'visuals', 'theme', 'locale', 'core'],
  embed: ['elements'],
  warehouse: ['core'],
};

const zones = [
  ...Object.entries(mayImport).map(([folder, allowed]) => ({
    target: `./src/${folder}`,
    from: './src',
    except: [folder, ...allowed, ...(folder === 'embed' ? ['define.ts'] : [])].map((name) => `./${name}`),
    message: `${folder} may import ${allowed.join(', ') || 'nothing else in src'}.`,
  })),
  ...['time', 'catalog'].map((folder) => ({
    target: `./src/core/${folder}`,
    from: './src/core/{dataset,evaluate}/**/*',
    message: `${folder} is what data and figures are made of.`,
  })),
  {
    target: './src/core/dataset',
    from: './src/core/evaluate',
    except: ['./analysis.part.ts'],
    message: 'Data do not know what is asked of them.',
  },
  {
    target: './src/headless.ts',
    from: './src',
    except: ['./core', './formats'],
    message: 'The headless entry is core and formats.',
  },
  {
    target: './src/{index,define}.ts',
    from: ['./src/embed', './src/warehouse'],
    message: 'Embeds and the warehouse have entries of their own.',
  },
];

const drawnByLit = {
  group: ['d3', 'd3-selection', 'd3-axis', 'd3-transition', 'd3-drag', 'd3-zoom', 'd3-brush'],
  importNamePattern: '^(default|select|selectAll|create|axis(Top|Right|Bottom|Left)|transition|drag|zoom|brush[XY]?)$',
  message: 'Lit owns the DOM: D3 is here for mathematics.',
};
const fullZod = { regex: '^zod(/v4)?$', message: "Import 'zod/mini': the full build is 93 kB." };
const litInPureCode = {
  group: ['lit', 'lit/*', '@lit/*', 'lit-html', 'lit-html/*'],
  message: 'Pure code knows no Lit.',
};
const viewModelTypes = {
  group: ['**/view-model/**'],
  allowTypeImports: true,
  message: 'Visuals see only the types of the view model.',
};
const restrictImports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

const handedIn = 'Clock, network, page and chance are handed in: this folder is pure.';
const pure = {
  'no-restricted-globals': [
    'error',
    ...['fetch', 'document', 'window', 'navigator', 'location', 'localStorage', 'performance', 'setTimeout'].map(
      (name) => ({ name, message: handedIn }),
    ),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: handedIn },
    { object: 'Math', property: 'random', message: handedIn },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: handedIn },
  ],
};

export default defineConfig(
  globalIgnores(['dist', 'coverage', 'screenshots', 'storybook-static', 'test-results', 'bench']),
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
      // Without a parser of its own the cycle rule skips TypeScript files.
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts', '.js', '.mjs'],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'import-x/no-cycle': 'error',
      'import-x/no-self-import': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      ...restrictImports(drawnByLit, fullZod),
      // A closed shadow root, or a tag defined beside its class, is decided by the define files.
      'wc/file-name-matches-element': 'off',
      'wc/guard-super-call': 'off',
      'wc/no-self-class': 'off',
    },
  },
  // One file a language, however many words it has.
  { files: ['src/locale/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/{core,formats,locale,view-model}/**/*.ts'],
    rules: { ...pure, ...restrictImports(drawnByLit, fullZod, litInPureCode) },
  },
  {
    files: ['src/visuals/**/*.ts'],
    rules: { ...pure, ...restrictImports(drawnByLit, fullZod, viewModelTypes) },
  },
  {
    files: ['src/visuals/**/*.layout.ts'],
    rules: restrictImports(drawnByLit, fullZod, viewModelTypes, litInPureCode),
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      // Chai's `expect(x).to.be.true` is an expression; a test may await a value that is already there; `expect.any` is
      // an `any`.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // The DOM differ declares `equal` as a promise; it is one for DOM snapshots only.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: 'Equal' }] },
      ],
    },
  },
);

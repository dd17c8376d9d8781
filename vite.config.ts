import { dirname, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { defineConfig } from 'vite';
import type { BuildOptions, Plugin } from 'vite';
import { connectParts, filesHeld } from './scripts/parts.mjs';

/** What a script of the CDN fetches on demand, from files beside it that import nothing of it. */
const languages = globSync('src/locale/*.ts').filter((file) => /\/(?!en)[a-z]{2}(-[A-Z][a-z]{3})?\.ts$/.test(file));
const advice = globSync('src/locale/advice/*.ts');
const schemas = 'src/formats/schema.ts';
/** And from files that are made with what the script shares with them, and the engine with some. */
const engine = 'src/elements/engine.part.ts';
/** What the engine needs, and the script holds: among words and definitions of their kind these weigh least. */
const alike = ['src/core/catalog/entities.ts', 'src/core/catalog/measures.ts', 'src/locale/en/data.ts'];
const parts = globSync('src/**/*.part.ts');

/**
 * Makes one file of a script, and one of each of its parts. Dynamic imports of what stands beside it stay: a module
 * resolves them against its own address, a classic script asks `importBeside`. All others become static, since the
 * bundler would pay for their laziness with wrappers that it cannot shake.
 */
function oneFile(format: 'es' | 'iife', apart: readonly string[], parts: readonly string[]): Plugin {
  const isOneOf = (sources: readonly string[]) => {
    const files = sources.map((source) => resolve(source.replace(/ts$/, 'js')));
    return (specifier: string, importer: string) => files.includes(resolve(dirname(importer), specifier));
  };
  const isApart = isOneOf(apart);
  const isPart = isOneOf(parts);
  const fromScript = (specifier: string, importer: string) =>
    `./${relative(resolve('src'), resolve(dirname(importer), specifier))}`;
  return {
    name: 'one-file',
    transform(code, importer) {
      const imports = new Set<string>();
      // What is taken by name needs no object of its module.
      const named = code.replace(
        /\bconst (\{[^}]*\}) = await import\("(\.[^"]+)"\);/g,
        (lazy, names: string, specifier: string) => {
          if (isPart(specifier, importer) || isApart(specifier, importer)) return lazy;
          imports.add(`import ${names} from '${specifier}';`);
          return '';
        },
      );
      const changed = named.replace(/\bimport\("(\.[^"]+)"\)/g, (lazy, specifier: string) => {
        if (isPart(specifier, importer)) {
          imports.add(`import { fetchPart } from '${resolve('src/embed/fetch-part.ts')}';`);
          return `fetchPart(${lazy})`;
        }
        if (!isApart(specifier, importer)) {
          const name = `atHand${imports.size}`;
          imports.add(`import * as ${name} from '${specifier}';`);
          return `Promise.resolve(${name})`;
        }
        if (format === 'es') return lazy;
        imports.add(`import { importBeside } from '${resolve('src/embed/beside.ts')}';`);
        return `importBeside('${fromScript(specifier, importer)}')`;
      });
      return imports.size > 0 ? `${[...imports].join('\n')}\n${changed}` : null;
    },
    resolveDynamicImport(specifier, importer) {
      if (typeof specifier !== 'string' || !importer || !isApart(specifier, importer)) return null;
      return { id: fromScript(specifier, importer), external: true };
    },
  };
}

/**
 * Lit and zod note themselves on the page's global object, and Lit warns of other copies; Lit also adds a symbol that
 * only standard decorators need. Nothing of the page is ours to change.
 */
const noTrace: Plugin = {
  name: 'no-trace',
  transform(code, id) {
    if (/\/zod\//.test(id) && code.includes('globalThis'))
      return `const own = {};\n${code.replaceAll('globalThis', 'own')}`;
    if (!/\/(lit-html|lit-element|reactive-element)\//.test(id)) return null;
    return code
      .replace(/\(\w+\.\w+Versions\s*\?\?=\s*\[\]\)\.push\([^)]*\)/, '0')
      .replace(/Symbol\.metadata\s*\?\?=.*?new WeakMap;/, '')
      .replace('=this[Symbol.metadata]', '=null');
  },
};

/** Style sheets and templates travel as text, which no minifier of scripts touches. */
const denseText: Plugin = {
  name: 'dense-text',
  transform(code, id) {
    if (/\.styles\.ts$/.test(id)) return code.replace(/(?<=css`)[^`]*/g, denseStyles);
    if (!/\/src\/(elements|visuals)\//.test(id)) return null;
    return code.replace(/\n\s+/g, '\n').replace(besideBlocks, '$1').replace(betweenValues, '}');
  },
};

/** Tags that stand on lines of their own or hold no text: white space beside them is never seen, and costs a node. */
const blocks =
  'article|button|div|header|p|ol|ul|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|slot|svg|circle|g|line|linearGradient|path|rect|stop';
const besideBlocks = new RegExp(`\\n?(</?(?:${blocks})\\b[^<>]*>)\\n?`, 'g');

/** And between what a template holds, or before its end: such values are blocks too. */
const betweenValues = /\}\n(?=\$\{|`)/g;

const denseStyles = (css: string): string =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]|: ) ?/g, (mark) => mark.trim())
    .replace(/;}/g, '}')
    .trim();

/**
 * Gzip looks back 32 kB: it finds more where modules stand beside those that are like them, not beside those that
 * import them.
 */
function alikeTogether(entry: string, apart: readonly string[], parts: readonly string[]): Plugin {
  const heldBy = filesHeld([entry, ...alike], engine, apart, parts);
  return {
    name: 'alike-together',
    transform(code, id) {
      const held = heldBy.get(id);
      if (!held) return null;
      const folders = ['core/catalog', 'core', 'formats', 'source', 'locale', 'view-model', 'visuals', 'elements'];
      const files = ['**/*.styles.ts', ...folders.map((folder) => `${folder}/**/*.ts`)].flatMap((pattern) =>
        globSync(`src/${pattern}`, { absolute: true, ignore: '**/*.define.ts' }).sort(),
      );
      const listed = files.filter((file) => held.has(file));
      return `${listed.map((file) => `import '${file}';`).join('\n')}\n${code}`;
    },
  };
}

/** The package: one module a source file, dependencies left to the consumer's bundler. */
const library: BuildOptions = {
  outDir: 'dist',
  minify: false,
  lib: {
    entry: ['src/index.ts', 'src/define.ts', 'src/headless.ts', ...globSync('src/elements/*/*.define.ts')],
    formats: ['es'],
  },
  rolldownOptions: {
    plugins: [denseText],
    external: /^(lit|d3|zod)(-|\/|$)|^@(lit|date-fns)\//,
    output: {
      preserveModules: true,
      preserveModulesRoot: 'src',
      // The compiler's own runtime lives in a folder whose name npm would not publish.
      entryFileNames: ({ name }) => `${name.replace(/^_virtual\/.*\//, 'runtime/')}.js`,
    },
  },
};

/** One script that holds everything but what stands beside it, and its parts. */
function script(
  name: string,
  entry: string,
  format: 'es' | 'iife',
  apart: readonly string[] = [],
  parts: readonly string[] = [],
): BuildOptions {
  const hasParts = parts.length > 0;
  return {
    outDir: 'dist/cdn',
    minify: 'terser',
    // A function that is moved into its one caller shares its scope, and what outlives the call keeps all of it alive:
    // widgets that the page has removed.
    terserOptions: {
      ecma: 2022,
      mangle: false,
      compress: { inline: 1, passes: 2, pure_getters: true, reduce_funcs: false },
    },
    lib: { entry, formats: [format], name: 'kpiElementsScript', fileName: () => `${name}.js` },
    rolldownOptions: {
      // What d3-array makes of its own when it is loaded, and nobody here asks for.
      treeshake: { manualPureFunctions: ['Blur2', 'bisector', 'shuffler'] },
      plugins: [
        alikeTogether(entry, apart, parts),
        oneFile(format, apart, parts),
        noTrace,
        denseText,
        hasParts && connectParts(`${name}.js`),
      ],
      preserveEntrySignatures: hasParts ? 'allow-extension' : 'strict',
      output: {
        minify: true,
        comments: { annotation: false },
        extend: true,
        // Whatever the script needs is the script's, also where a part needs it too.
        codeSplitting: hasParts && {
          groups: [
            { name, test: (id) => id === resolve(entry), priority: 1 },
            { name: 'engine', test: (id) => id === resolve(engine) },
          ],
        },
        chunkFileNames: ({ name: part, facadeModuleId }) => {
          const prefix = facadeModuleId?.includes('/platforms/') ? 'platform-' : '';
          return `parts/${prefix}${part.replace('.part', '')}.js`;
        },
      },
    },
  };
}

const builds: Record<string, BuildOptions> = {
  library,
  cdn: script('kpi-elements', 'src/embed/cdn.ts', 'es', [...languages, ...advice, schemas], parts),
  // A classic script may be opened from a file, where nothing can be fetched: it holds the schemas too.
  classic: script('kpi-elements.iife', 'src/embed/classic.ts', 'iife', [...languages, ...advice]),
  embed: script('embed', 'src/embed/embed-page.ts', 'iife'),
  frame: script('frame', 'src/embed/frame.ts', 'iife'),
  beside: {
    outDir: 'dist/cdn',
    lib: {
      entry: Object.fromEntries([...languages, ...advice, schemas].map((file) => [file.slice(4, -3), file])),
      formats: ['es'],
    },
    rolldownOptions: { plugins: [noTrace], output: { minify: true } },
  },
};

export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: { target: 'es2022', emptyOutDir: false, modulePreload: false, ...(builds[mode] ?? library) },
}));

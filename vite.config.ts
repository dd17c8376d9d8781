import { globSync } from 'tinyglobby';
import { defineConfig } from 'vite';
import type { BuildOptions, Plugin } from 'vite';

/** The package: one module a source file, dependencies left to the consumer's bundler. */
const library: BuildOptions = {
  outDir: 'dist',
  minify: false,
  lib: {
    entry: ['src/index.ts', 'src/define.ts', 'src/headless.ts', ...globSync('src/elements/*/*.define.ts')],
    formats: ['es'],
  },
  rolldownOptions: {
    external: /^(lit|d3|zod)(-|\/|$)|^@(lit|date-fns)\//,
    output: {
      preserveModules: true,
      preserveModulesRoot: 'src',
      // The compiler's own runtime lives in a folder whose name npm would not publish.
      entryFileNames: ({ name }) => `${name.replace(/^_virtual\/.*\//, 'runtime/')}.js`,
    },
  },
};

/** The languages stay files of their own, fetched on demand beside the script that wants them. */
const languages = /\/src\/locale\//;

/** One module file with everything but the languages. */
const cdn: BuildOptions = {
  outDir: 'dist/cdn',
  lib: { entry: { 'kpi-elements': 'src/embed/cdn.ts' }, formats: ['es'] },
  rolldownOptions: {
    output: {
      minify: true,
      chunkFileNames: ({ moduleIds }) =>
        moduleIds.some((id) => languages.test(id)) ? 'locale/[name].js' : '[name].js',
    },
  },
};

/** Keeps the languages out of a classic script: its `import()` finds them beside its own address. */
const languagesBeside: Plugin = {
  name: 'languages-beside',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string' || !languages.test(importer ?? '')) return null;
    return { id: specifier.replace(/^\.\//, './locale/'), external: true };
  },
};

/** A classic script. */
function classic(name: string, entry: string): BuildOptions {
  return {
    outDir: 'dist/cdn',
    lib: { entry, formats: ['iife'], name: 'kpiElementsScript', fileName: () => `${name}.js` },
    rolldownOptions: { plugins: [languagesBeside], output: { minify: true, extend: true } },
  };
}

const builds: Record<string, BuildOptions> = {
  cdn,
  classic: classic('kpi-elements.iife', 'src/embed/classic.ts'),
  frame: classic('frame', 'src/embed/frame.ts'),
};

export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: { target: 'es2022', emptyOutDir: false, modulePreload: false, ...(builds[mode] ?? library) },
}));

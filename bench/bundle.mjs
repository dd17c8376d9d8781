import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles the headless entry as a consumer's bundler does, into bench/dist/. */
export function bundle() {
  return build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: 'bench/dist',
      emptyOutDir: true,
      lib: { entry: 'src/headless.ts', formats: ['es'], fileName: 'headless' },
    },
  });
}

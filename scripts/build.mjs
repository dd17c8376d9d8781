/** Builds dist/: the package's modules and types, and the files for a CDN. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
for (const mode of ['library', 'cdn', 'classic', 'embed', 'frame', 'beside']) await build({ mode, logLevel: 'warn' });
for (const file of ['embed.html', 'embed.css']) cpSync(`src/embed/${file}`, `dist/cdn/${file}`);
execFileSync('node', ['scripts/tokens.mjs', 'dist'], { stdio: 'inherit' });
cpSync('dist/themes', 'dist/cdn/themes', { recursive: true });
execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });

/**
 * Runs the tests step by step and ends with `N passed, N failed`.
 *
 *   node scripts/test.mjs          what every change must pass: a few minutes
 *   node scripts/test.mjs --all    the heavier rest: the other engines, every story, SQL
 *
 * A check (types, lint, …) counts as one; its output is shown when it fails. Every step runs, whatever failed before.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

let passed = 0;
let failed = 0;
/** @type {string[]} repeated at the end, where a long log is read first */
const failures = [];

/**
 * @param {string} command run by the shell with the project's programs on its path
 * @param {{ quiet?: boolean, env?: Record<string, string> }} options
 */
function run(command, { quiet = false, env = {} }) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, {
    shell: true,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}`, ...env },
  });
  if (quiet && status !== 0) console.log(`${stdout}${stderr}`);
  return { ok: status === 0, seconds: ((Date.now() - started) / 1000).toFixed(1) };
}

/**
 * @typedef {{ passed: number, failed: number, failures?: string[] }} Counts with what failed and why, where it is known
 * @param {string} name @param {Counts} counts @param {string} seconds
 */
function report(name, counts, seconds) {
  passed += counts.passed;
  failed += counts.failed;
  const line = `${counts.failed > 0 ? '✗' : '✓'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`;
  console.log(line);
  if (counts.failed === 0) return;
  failures.push(
    line,
    ...(counts.failures ?? []).map((failure) => `✗ ${name}: ${failure.split('\n', 1)[0].slice(0, 400)}`),
  );
}

/** A step that is right or wrong. @param {string} name @param {string} command */
function check(name, command) {
  const { ok, seconds } = run(command, { quiet: true });
  report(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }, seconds);
}

/**
 * A step that counts its tests into a file. A run that fails without a failed test (a file that does not load, no
 * tests at all) is a failure too.
 * @param {string} name @param {string} command
 * @param {Record<string, string>} env
 * @param {string} file
 * @param {(report: any) => Counts} count
 */
function suite(name, command, env, file, count) {
  console.log(`\n— ${name}`);
  const { ok, seconds } = run(command, { env });
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  if (!ok && counts.failed === 0) counts.failed = 1;
  report(name, counts, seconds);
}

/** Tests in Node. @param {string} name @param {string} selection arguments of Vitest */
function vitest(name, selection) {
  const file = `${results}/${name.replaceAll(/\W+/g, '-')}.json`;
  const reporters = `--reporter=dot --reporter=json --outputFile.json=${file}`;
  suite(name, `vitest run ${selection} ${reporters}`, {}, file, ({ numPassedTests, numFailedTests, testResults }) => {
    const unloaded = testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
    const wrong = testResults.flatMap((one) => one.assertionResults).filter((test) => test.status === 'failed');
    const failures = [
      ...unloaded.map(({ name, message }) => `${name}: ${message}`),
      ...wrong.map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]}`),
    ];
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length, failures };
  });
}

/** Element tests in a real browser. @param {'chromium' | 'firefox' | 'webkit'} engine */
function browser(engine) {
  const file = `${results}/${engine}.json`;
  suite(`elements in ${engine}`, 'wtr', { ENGINES: engine, COUNT_FILE: file }, file, (counts) => counts);
}

if (process.argv.includes('--all')) {
  check('unused code and dependencies', 'knip');
  check('build', 'node scripts/build.mjs');
  browser('firefox');
  if (process.platform === 'linux') browser('webkit');
  else console.log('\n— elements in webkit: skipped, WebKitGTK runs on Linux only');
  vitest('sql', '--project sql');
  check('storybook', 'storybook build --quiet');
  vitest('stories', '--project pages stories');
} else {
  check('types', 'tsc && tsc -p tsconfig.pure.json');
  check('formatting', 'prettier --check .');
  check('lint and layers', 'eslint . --max-warnings 0');
  // Its idea of CSS predates container queries.
  check('templates', 'lit-analyzer "src/{elements,visuals}/**/*.ts" --strict --rules.no-invalid-css off');
  check('custom-elements.json is up to date', 'node scripts/manifest.mjs --check');
  vitest('unit', '--project unit');
  browser('chromium');
  check('build', 'node scripts/build.mjs');
  check('size', 'node scripts/size.mjs');
  check('package', 'publint --strict && attw --pack . --profile esm-only');
  vitest('pages', '--project pages --exclude "**/stories*.pages.ts"');
}

if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

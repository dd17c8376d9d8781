/**
 * Finds the browsers of the tests, and installs what is missing.
 *
 *   node scripts/browsers.mjs [chromium] [firefox] [webkit]     Chromium when none is named
 *
 * Chromium is enough for `npm test`; Firefox and WebKit are for `npm run test:all`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const onMac = process.platform === 'darwin';
const onDebian = existsSync('/etc/debian_version');
const asRoot = process.getuid?.() === 0;

/** Quiet and repeatable; a sandbox of its own is refused to root. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} variable @returns {string | undefined} the program that the environment names */
function named(variable) {
  const path = process.env[variable];
  if (path && !existsSync(path)) throw new Error(`${variable} names ${path}, which is not there.`);
  return path || undefined;
}

/** @param {string[]} names @returns {string | undefined} the first of these programs on the PATH */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** @param {string} app @returns {string | undefined} the program inside a macOS application */
function inApplications(app) {
  if (!onMac) return undefined;
  return ['/Applications', join(homedir(), 'Applications')]
    .map((folder) => join(folder, `${app}.app`, 'Contents', 'MacOS', app))
    .find(existsSync);
}

/** @returns {string | undefined} the newest Chromium that Playwright has downloaded */
function inPlaywrightCache() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    join(homedir(), onMac ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright');
  if (!existsSync(cache)) return undefined;
  const newestFirst = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return newestFirst
    .flatMap((build) => readdirSync(join(cache, build)).map((folder) => join(cache, build, folder)))
    .flatMap((folder) => [
      join(folder, 'chrome'),
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
    ])
    .find(existsSync);
}

/** @returns {string | undefined} WebKitGTK's MiniBrowser, which no PATH holds */
function miniBrowser() {
  return ['/usr/lib', '/usr/libexec']
    .filter(existsSync)
    .flatMap((root) => [root, ...readdirSync(root).map((folder) => join(root, folder))])
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((api) => join(folder, api, 'MiniBrowser')),
    )
    .find(existsSync);
}

/** What each engine needs: where its program is, Debian's packages, and the advice where we cannot install it. */
const engines = {
  chromium: {
    find: () =>
      named('CHROME_PATH') ??
      onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome') ??
      inApplications('Google Chrome') ??
      inApplications('Chromium') ??
      inPlaywrightCache(),
    packages: ['chromium'],
    advice: 'Install Chrome or Chromium, or set CHROME_PATH to its program.',
  },
  firefox: {
    find: () => named('FIREFOX_PATH') ?? onPath('firefox-esr', 'firefox') ?? inApplications('firefox'),
    packages: ['firefox-esr'],
    advice: 'Install Firefox, or set FIREFOX_PATH to its program.',
  },
  webkit: {
    find: () => (onPath('WebKitWebDriver') && onPath('Xvfb') ? miniBrowser() : undefined),
    packages: ['webkit2gtk-driver', 'xvfb'],
    advice: 'WebKit is tested on Debian: apt-get install webkit2gtk-driver xvfb.',
  },
};

export const engineNames = /** @type {(keyof typeof engines)[]} */ (Object.keys(engines));

/** @param {keyof typeof engines} engine @returns {string | undefined} path of the engine's program */
export function findBrowser(engine) {
  return engines[engine].find();
}

/** @param {string} command @param {string[]} args @returns {boolean} whether it succeeded */
function run(command, ...args) {
  console.error(`> ${command} ${args.join(' ')}`);
  // apt and Playwright talk on stdout, which belongs to the test report.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env: environment }).status === 0;
}

/** @param {keyof typeof engines} engine @returns {void} */
function install(engine) {
  if (onDebian && asRoot) {
    // A bare machine has no package lists yet; stale ones still install, so a failed update is not the end.
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...engines[engine].packages);
  } else if (engine === 'chromium') {
    run('npx', 'playwright-core', 'install', 'chromium');
  }
}

/**
 * The engine's program, installed first if need be.
 * @param {keyof typeof engines} engine
 * @returns {string} path of the program
 * @throws when it is absent and cannot be installed, saying what to do
 */
export function requireBrowser(engine) {
  const found = findBrowser(engine);
  if (found) return found;
  install(engine);
  const installed = findBrowser(engine);
  if (installed) return installed;
  throw new Error(`No ${engine} found, and it could not be installed here. ${engines[engine].advice}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !engineNames.includes(name));
  try {
    if (unknown.length > 0) throw new Error(`Unknown engine ${unknown.join(', ')}: choose ${engineNames.join(', ')}.`);
    for (const engine of asked.length > 0 ? asked : ['chromium']) console.log(`${engine}: ${requireBrowser(engine)}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** The folder of this script's neighbours; undefined where nothing can be fetched from it, as for a page in a file. */
const folder = findFolder();

/**
 * Fetches a module file that stands beside the classic script. The script's own `import('./…')` would not do: where it
 * comes from another origin, it has no base address.
 *
 * @param path relative to the script: `./locale/da.js`
 */
export async function importBeside(path: string): Promise<unknown> {
  if (!folder) throw new Error(`Where ${path} is, an attribute data-kpi-base on the script has to say.`);
  return import(/* @vite-ignore */ new URL(path, folder).href);
}

/** `data-kpi-base` of a script element, else the address of this script, as far as it can be known. */
function findFolder(): string | undefined {
  const scripts = [...document.querySelectorAll('script')];
  const said = scripts.find((script) => script.dataset.kpiBase !== undefined)?.dataset.kpiBase?.replace(/\/?$/, '/');
  // Some optimisers run scripts in ways that leave no current one.
  const running = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
  const likely = scripts.find(({ src }) => /\/kpi-elements\.iife\.js([?#]|$)/.test(src))?.src;
  const address = said ?? (running || likely);
  if (!address || !URL.canParse(address, document.baseURI)) return undefined;
  const { protocol, href } = new URL(address, document.baseURI);
  return protocol === 'file:' ? undefined : href;
}

/** How long what is not there yet may be on its way once the page has loaded, ms. */
const grace = 3000;

/** Calls `run` when what has not come by then is not waited for any more, unless stopped before. */
export function afterGrace(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = () => (timer = setTimeout(run, grace));
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
  return () => {
    clearTimeout(timer);
    removeEventListener('load', begin);
  };
}

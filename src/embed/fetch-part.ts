/** A module file that imports nothing: it is made with what the script shares with it. */
interface PartFile<Part> {
  readonly default: (...taken: readonly unknown[]) => Part;
}

const parts = new Map<string, Promise<unknown>>();
const failures = new Map<string, number>();

/**
 * Fetches a part of the script, once. What failed is asked for anew by the next call.
 *
 * @param taken what the part takes of the script; called when the part is there
 */
export function fetchPart<Part>({ href }: URL, taken: () => readonly unknown[]): Promise<Part> {
  const part = (parts.get(href) as Promise<Part> | undefined) ?? load<Part>(href, taken);
  parts.set(href, part);
  return part;
}

async function load<Part>(href: string, taken: () => readonly unknown[]): Promise<Part> {
  const failed = failures.get(href);
  try {
    // Some browsers keep a failure for good, under its address.
    const file = (await import(/* @vite-ignore */ failed ? `${href}?${failed}` : href)) as PartFile<Part>;
    return file.default(...taken());
  } catch (cause) {
    failures.set(href, (failed ?? 0) + 1);
    parts.delete(href);
    // Not every browser names the address.
    throw new Error(`${href} cannot be fetched.`, { cause });
  }
}

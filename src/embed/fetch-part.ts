/** A module file that imports nothing: it is made of what the script shares with it, and perhaps another part. */
interface PartFile<Part> {
  readonly default: (ofScript: readonly unknown[], ofOther: readonly unknown[] | undefined) => Part;
}

/** What a part that others take from has for them, beside what it is fetched for. */
interface Sharing {
  readonly shared?: readonly unknown[];
}

type Shared = () => readonly unknown[];

const parts = new Map<string, Promise<unknown>>();
const failures = new Map<string, number>();

/**
 * Fetches a part of the script, once. What failed is asked for anew by the next call.
 *
 * @param shared lists what the script shares; called when the part is there
 * @param other a part that it takes from too, and that comes at the same time
 */
export function fetchPart<Part>({ href }: URL, shared: Shared, other?: Promise<Sharing>): Promise<Part> {
  const part = (parts.get(href) as Promise<Part> | undefined) ?? make<Part>(href, shared, other);
  parts.set(href, part);
  return part;
}

async function make<Part>(href: string, shared: Shared, other: Promise<Sharing> | undefined): Promise<Part> {
  try {
    const [file, from] = await Promise.all([fetchFile<Part>(href), other]);
    return file.default(shared(), from?.shared);
  } catch (cause) {
    parts.delete(href);
    throw cause;
  }
}

async function fetchFile<Part>(href: string): Promise<PartFile<Part>> {
  const failed = failures.get(href);
  try {
    // Some browsers keep a failure for good, under its address.
    return (await import(/* @vite-ignore */ failed ? `${href}?${failed}` : href)) as PartFile<Part>;
  } catch (cause) {
    failures.set(href, (failed ?? 0) + 1);
    // Not every browser names the address.
    throw new Error(`${href} cannot be fetched.`, { cause });
  }
}

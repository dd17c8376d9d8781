/** A stream that hands out a text, or bytes, in pieces of so many letters or bytes. */
export function streamOf<Whole extends string | Uint8Array>(
  whole: Whole,
  length = whole.length,
  onCancel?: () => void,
): ReadableStream<Whole> {
  let at = 0;
  return new ReadableStream<Whole>({
    pull(controller) {
      if (at >= whole.length) return controller.close();
      controller.enqueue(whole.slice(at, (at += length)) as Whole);
    },
    cancel: () => onCancel?.(),
  });
}

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Ends the current task, so that the page can paint and answer the reader between two slices of a long text. */
export function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    // A message is a task of its own and, unlike a timer, is not held back by four milliseconds.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

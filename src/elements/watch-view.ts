/** Whether an element is where somebody may see it. */
export interface View {
  /** Calls `run` now if it is, else once when it comes into view, however often that is asked. */
  whenSeen(run: () => void): void;
  stop(): void;
}

/** Watches whether an element is on the screen. One that has no box of its own counts as seen. */
export function watchView(element: Element): View {
  let isSeen = true;
  let awaiting: (() => void) | undefined;
  const observer = new IntersectionObserver((entries) => {
    isSeen = entries.at(-1)?.isIntersecting === true;
    if (!isSeen) return;
    const run = awaiting;
    awaiting = undefined;
    run?.();
  });
  if (getComputedStyle(element).display !== 'contents') observer.observe(element);
  return {
    whenSeen(run) {
      if (isSeen) run();
      else awaiting = run;
    },
    stop: () => observer.disconnect(),
  };
}

/**
 * The p-value of an exact test: how likely a count is at most as likely as the one observed.
 * @param observed between `low` and `high`, the counts that are possible
 * @param ratio how much likelier the next count is than this one; it falls from count to count
 */
export function exactTails(observed: number, low: number, high: number, ratio: (count: number) => number): number {
  let mode = low;
  while (mode < high && ratio(mode) > 1) mode++;
  // Relative to the likeliest count, so that nothing overflows.
  const likelihood = new Float64Array(high - low + 1);
  likelihood[mode - low] = 1;
  for (let count = mode; count < high; count++) likelihood[count + 1 - low] = likelihood[count - low]! * ratio(count);
  for (let count = mode; count > low; count--)
    likelihood[count - 1 - low] = likelihood[count - low]! / ratio(count - 1);
  // Counts that are equally likely are so only to the last digits.
  const limit = likelihood[observed - low]! * (1 + 1e-7);
  let extreme = 0;
  let all = 0;
  for (const each of likelihood) {
    all += each;
    if (each <= limit) extreme += each;
  }
  return extreme / all;
}

/** The p-values of several tests, in their order, each so much larger that chance misleads no more often than in one (Holm). */
export function holm(pValues: readonly number[]): readonly number[] {
  const corrected = Array.from(pValues);
  const smallestFirst = [...pValues.keys()].sort((a, b) => pValues[a]! - pValues[b]!);
  let before = 0;
  smallestFirst.forEach((test, rank) => {
    before = Math.max(before, Math.min(1, (pValues.length - rank) * pValues[test]!));
    corrected[test] = before;
  });
  return corrected;
}

/** Measures day by day, by name; NaN on a day that does not count. */
export type DailyInputs = Readonly<Record<string, Float64Array>>;

/**
 * What each day contributes to a figure over several days: of n days n·θ − (n − 1)·θ without the day, where θ is the
 * figure of the mean day. For a sum that is the day's own value; a day with few orders weighs little in a mean.
 * @param figure works the figure out for each of several days, NaN where there is none
 * @returns NaN for days that do not count, and for those on which there is nothing to divide by
 */
export function dailyShares(inputs: DailyInputs, figure: (inputs: DailyInputs) => Float64Array): Float64Array {
  const own = figure(inputs);
  const days = own.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  if (days < 2) return own;
  const totals = mapped(inputs, (column) =>
    Float64Array.of(column.reduce((sum, value, day) => (Number.isNaN(own[day]) ? sum : sum + value), 0)),
  );
  const whole = figure(mapped(totals, ([total]) => Float64Array.of(total! / days)))[0]!;
  const others = mapped(inputs, (column, name) => column.map((value) => (totals[name]![0]! - value) / (days - 1)));
  return figure(others).map((without, day) => (Number.isNaN(own[day]) ? NaN : days * whole - (days - 1) * without));
}

const mapped = (inputs: DailyInputs, column: (column: Float64Array, name: string) => Float64Array): DailyInputs =>
  Object.fromEntries(Object.entries(inputs).map(([name, values]) => [name, column(values, name)]));

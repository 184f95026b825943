/** Figures over what is known of a series; null where nothing is. */
export const known = (series: readonly (number | null | undefined)[]): number[] =>
  series.filter((v): v is number => v !== null && v !== undefined);

export function mean(series: readonly (number | null | undefined)[]): number | null {
  const values = known(series);
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}

/** The highest value and the block (from 1) in which it stands first. */
export function peak(
  series: readonly (number | null | undefined)[],
): { value: number; block: number } | null {
  let best: { value: number; block: number } | null = null;
  series.forEach((value, i) => {
    if (value !== null && value !== undefined && (best === null || value > best.value))
      best = { value, block: i + 1 };
  });
  return best;
}

/** Block by block the mean over several days; null in a block that no day knows. */
export function meanOf(days: readonly (readonly (number | null)[])[]): (number | null)[] {
  const blocks = Math.max(0, ...days.map((d) => d.length));
  return Array.from({ length: blocks }, (_, i) => mean(days.map((d) => d[i])));
}

/** What separates the decimals of a table: 1,234.5 and 12,34,567.5 have a point, 1.234,5 has a comma. */
export type DecimalSign = 'point' | 'comma';

const WHOLE = /^-?\d+$/;
const POINT = /^-?(\d+\.\d*|\.\d+)$/;
const COMMA_THREES = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/;
/** Lakhs and crores: the last group has three digits, those before it two. */
const COMMA_TWOS = /^-?\d{1,2}(,\d{2})*,\d{3}(\.\d*)?$/;
const COMMA = /^-?(\d+,\d*|,\d+)$/;
const POINT_THREES = /^-?\d{1,3}(\.\d{3})+(,\d*)?$/;
const SPACE_THREES = /^-?\d{1,3}([ \u00a0\u202f]\d{3})+(?=[.,]\d*$|$)/;

/** Without currency signs at its ends and blanks between thousands, with a plain minus. */
function bare(text: string): string {
  const t = text
    .trim()
    .replace(/^([-−]?)\s*[€₹$£]\s*/, '$1')
    .replace(/\s*[€₹$£]$/, '')
    .replace('−', '-');
  return SPACE_THREES.test(t) ? t.replace(/[ \u00a0\u202f]/g, '') : t;
}

const isNothing = (t: string): boolean => t === '' || t === '–' || t === '-';

function read(t: string, sign: DecimalSign): number | undefined {
  if (WHOLE.test(t)) return Number(t);
  if (sign === 'point')
    return POINT.test(t) || COMMA_THREES.test(t) || COMMA_TWOS.test(t)
      ? Number(t.replaceAll(',', ''))
      : undefined;
  return COMMA.test(t) || POINT_THREES.test(t) ? Number(t.replaceAll('.', '').replace(',', '.')) : undefined;
}

/**
 * The one way in which a table can be read, judged from all its cells: one "12,5" makes its "1.234" mean
 * twelve hundred. Cells that can be read in both ways decide nothing; without any evidence it is the point.
 * Null when some cells can only have a point and others only a comma, so that no reading is safe.
 */
export function decimalSign(cells: readonly (readonly string[])[]): DecimalSign | null {
  let point = false;
  let comma = false;
  for (const row of cells)
    for (const text of row) {
      const t = bare(text);
      const byPoint = read(t, 'point') !== undefined;
      const byComma = read(t, 'comma') !== undefined;
      if (byPoint && !byComma) point = true;
      if (byComma && !byPoint) comma = true;
    }
  if (point && comma) return null;
  return comma ? 'comma' : 'point';
}

/** A number, null for an empty cell, undefined for what is no number under that sign (null: whole ones only). */
export function parseNumber(text: string, sign: DecimalSign | null): number | null | undefined {
  const t = bare(text);
  if (isNothing(t)) return null;
  if (sign === null) return WHOLE.test(t) ? Number(t) : undefined;
  return read(t, sign);
}

/** Figures as a desk reads them: grouped thousands, a true minus, fixed decimals, a dash for nothing. */
const DASH = '–';
const made = new Map<number, Intl.NumberFormat>();

function fixed(decimals: number): Intl.NumberFormat {
  let f = made.get(decimals);
  if (!f) {
    f = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    made.set(decimals, f);
  }
  return f;
}

export function figure(n: number | null | undefined, decimals = 2): string {
  if (n === null || n === undefined || !Number.isFinite(n)) return DASH;
  const text = fixed(decimals).format(n);
  return (/^-[0.,]*$/.test(text) ? text.slice(1) : text).replace('-', '−');
}

export function signed(n: number | null | undefined, decimals = 2): string {
  const text = figure(n, decimals);
  return n !== null && n !== undefined && n > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** As many decimals as the figure has, up to four: for cells a trader typed. */
const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
export const typed = (n: number | null): string => (n === null ? '' : plain.format(n).replace('-', '−'));

const SYMBOLS: Record<string, string> = { EUR: '€', INR: '₹', USD: '$', GBP: '£' };
export const currencySign = (currency: string): string => SYMBOLS[currency] ?? currency;

export function money(n: number | null | undefined, currency: string, decimals = 2): string {
  const text = figure(n, decimals);
  if (text === DASH) return text;
  return text.startsWith('−')
    ? `−${currencySign(currency)}${text.slice(1)}`
    : `${currencySign(currency)}${text}`;
}

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${figure(n, 0)} ${n === 1 ? one : many}`;

const UNITS = ['B', 'KiB', 'MiB', 'GiB'];

/** Bytes in the unit that leaves the shortest number. */
export function sizeText(bytes: number): string {
  const step = bytes === 0 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  return `${figure(bytes / 1024 ** step, step === 0 ? 0 : 1)} ${UNITS[step]}`;
}

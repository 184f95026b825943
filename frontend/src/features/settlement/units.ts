/** Units figures are shown in. Stored figures are MWh, money per MWh and MW; every change is exact. */
export interface Units {
  price: 'per_mwh' | 'per_kwh';
  energy: 'mwh' | 'mu';
  /** A block's schedule and meter: its energy, or its mean power. */
  block: 'mwh' | 'mw';
}

export const DEFAULT_UNITS: Units = { price: 'per_mwh', energy: 'mwh', block: 'mwh' };

/** The plain decimal text of a number as the server wrote it. */
export function decimalText(n: number): string {
  const text = String(n);
  const cut = text.indexOf('e');
  return cut < 0 ? text : shifted(text.slice(0, cut), Number(text.slice(cut + 1)));
}

/** The decimal times 10 to the power of `places`, digit by digit. */
export function shifted(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  return tidy(negative, padded.slice(0, at), padded.slice(at));
}

/** The decimal times a whole number, digit by digit. */
export function times(text: string, factor: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const product = String(BigInt(whole + fraction) * BigInt(factor)).padStart(fraction.length + 1, '0');
  const point = product.length - fraction.length;
  return tidy(negative, product.slice(0, point), product.slice(point));
}

function tidy(negative: boolean, whole: string, fraction: string): string {
  const left = whole.replace(/^0+(?=\d)/, '');
  const right = fraction.replace(/0+$/, '');
  const text = right ? `${left}.${right}` : left;
  return negative && text !== '0' ? `-${text}` : text;
}

const GROUPS = /\B(?=(\d{3})+(?!\d))/g;

/** Grouped thousands and a true minus; every digit is kept. */
export function shown(text: string): string {
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped = whole.replace(GROUPS, ',');
  return `${text.startsWith('-') ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`;
}

const KILO = 3;

export const priceIn = (units: Units, perMwh: number): string =>
  shifted(decimalText(perMwh), units.price === 'per_kwh' ? -KILO : 0);

export const energyIn = (units: Units, mwh: number): string =>
  shifted(decimalText(mwh), units.energy === 'mu' ? -KILO : 0);

/** Blocks of a quarter of an hour: mean power is four times the energy. */
const BLOCKS_AN_HOUR = 4;

export const blockIn = (units: Units, mwh: number): string =>
  units.block === 'mw' ? times(decimalText(mwh), BLOCKS_AN_HOUR) : shifted(decimalText(mwh), 0);

export const priceUnit = (units: Units, currency: string): string =>
  `${currency}/${units.price === 'per_kwh' ? 'kWh' : 'MWh'}`;
export const energyUnit = (units: Units): string => (units.energy === 'mu' ? 'MU' : 'MWh');
export const blockUnit = (units: Units): string => (units.block === 'mw' ? 'MW' : 'MWh');

/** What this browser remembers; anything else is the default. */
export function parseUnits(text: string | null): Units {
  if (text === null) return DEFAULT_UNITS;
  try {
    const kept = JSON.parse(text) as Partial<Units> | null;
    return {
      price: kept?.price === 'per_kwh' ? 'per_kwh' : 'per_mwh',
      energy: kept?.energy === 'mu' ? 'mu' : 'mwh',
      block: kept?.block === 'mw' ? 'mw' : 'mwh',
    };
  } catch {
    return DEFAULT_UNITS;
  }
}

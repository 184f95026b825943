import type { Import } from '@/api/types';
import type { Tone } from '@/ui/states';

export const isUnderWay = (i: Import): boolean => i.state === 'received' || i.state === 'checking';

export const IMPORT_TONE: Record<Import['state'], Tone> = {
  received: 'busy',
  checking: 'busy',
  checked: 'good',
  published: 'good',
  rejected: 'bad',
  failed: 'bad',
};

export const IMPORT_TEXT: Record<Import['state'], string> = {
  received: 'Received',
  checking: 'Checking',
  checked: 'Checked, sound',
  published: 'Published',
  rejected: 'Refused',
  failed: 'Failed',
};

const MAX_BYTES = 64 * 1024 * 1024;

export interface ImportFormat {
  code: string;
  name: string;
  /** What to send, as a sentence. */
  hint: string;
  ending: 'csv' | 'json' | 'txt' | 'xml';
  /** Whether one delivery day may be picked out. */
  byDay: boolean;
}

export const FORMATS: readonly [ImportFormat, ...ImportFormat[]] = [
  {
    code: 'gme',
    name: 'GME order books',
    hint: 'Needed: bid-curves, internal-transfer-capacities, published-exchanges. Published prices are optional, for comparison. Each day becomes an auction of your own.',
    ending: 'csv',
    byDay: true,
  },
  {
    code: 'iex-dam-json',
    name: 'IEX day-ahead feed',
    hint: 'The exchange’s JSON with the price, bought and sold volume of all 13 areas and 96 blocks of each day.',
    ending: 'json',
    byDay: false,
  },
  {
    code: 'iex-csv',
    name: 'IEX tables of India',
    hint: 'One table of DAM, GDAM, HP-DAM and RTM: bids, offers, cleared and scheduled volume and clearing price of each block.',
    ending: 'csv',
    byDay: false,
  },
  {
    code: 'omie-prices',
    name: 'OMIE prices of Iberia',
    hint: 'Price files of the day-ahead market (PMD, PrecioMD) and of intraday sessions (PrecioIntra), in cent/kWh or EUR/MWh: prices and traded energies of Spain and Portugal. A file is a day.',
    ending: 'txt',
    byDay: false,
  },
  {
    code: 'entsoe-prices',
    name: 'ENTSO-E prices of Europe',
    hint: 'Day-ahead price documents of the Transparency Platform (Publication_MarketDocument, A44): any bidding zones, any length, in EUR/MWh.',
    ending: 'xml',
    byDay: false,
  },
  {
    code: 'price-history',
    name: 'Price history',
    hint: 'Any market, many years. Header: market,area,start,duration_minutes,price and, if you have them, bought_mw,sold_mw. Send it as .csv.gz.',
    ending: 'csv',
    byDay: false,
  },
];

/** Why a choice of files cannot be sent, as a sentence; null when it can. */
export function fileObjection(
  files: readonly { name: string; size: number }[],
  ending: ImportFormat['ending'] = 'csv',
): string | null {
  if (files.length === 0) return 'Choose at least one file.';
  const odd = files.find((f) => !new RegExp(`\\.${ending}(\\.gz)?$`, 'i').test(f.name));
  if (odd) return `${odd.name} is neither .${ending} nor .${ending}.gz.`;
  const total = files.reduce((n, f) => n + f.size, 0);
  if (total > MAX_BYTES)
    return `The files have ${Math.ceil(total / 1048576)} MiB together; 64 MiB are allowed.`;
  return null;
}

import type {
  Asset,
  AssetTerms,
  AssetTermsInput,
  Fault,
  Market,
  ReadingsImported,
  SettlementImported,
} from '@/api/types';
import { plural } from '@/ui/format';

/** What each file is made of. */
export const SCHEDULE_COLUMNS = 'asset_id,day,block,injection_mw';
export const METER_COLUMNS = 'asset_id,day,block,injection_mwh,quality';
export const GRID_COLUMNS = 'day,block,frequency_hz,day_ahead_price,real_time_price,ancillary_charge';

/** As long as the server takes the name of a source. */
export const LONGEST_SOURCE = 80;

/** The name under which schedules are kept: what was typed, else the file’s own. */
export const sourceOf = (typed: string, fileName: string): string =>
  (typed.trim() || fileName).slice(0, LONGEST_SOURCE);

export interface LineFault {
  /** Of the file, the header being 1; null where it is about the file as a whole. */
  line: number | null;
  column: string;
  message: string;
}

const PLACE = /^\/lines(?:\/(\d+)(?:\/(.+))?)?$/;

/** The faults of a file by their lines; what is about no line comes first. */
export const lineFaults = (faults: readonly Fault[]): LineFault[] =>
  faults
    .map((f) => {
      const place = PLACE.exec(f.field);
      return { line: place?.[1] ? Number(place[1]) : null, column: place?.[2] ?? '', message: f.message };
    })
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** Whether a refusal is about the content of a file. */
export const isAboutLines = (faults: readonly Fault[]): boolean => faults.some((f) => PLACE.test(f.field));

export const takenText = (taken: SettlementImported): string =>
  taken.revised === 0
    ? `${plural(taken.days, 'day')} taken.`
    : `${plural(taken.days, 'day')} taken, of which ${taken.revised} in place of an earlier revision.`;

export const readingsText = (taken: ReadingsImported): string =>
  taken.replaced === 0
    ? `${plural(taken.readings, 'reading')} taken.`
    : `${plural(taken.readings, 'reading')} taken, of which ${taken.replaced} in place of an earlier revision.`;

const INDIA = 'in';

/** Assets that have a statement: deviations are settled in the Indian grid only. */
export const settled = (assets: readonly Asset[], markets: readonly Market[]): Asset[] => {
  const indian = new Set(markets.filter((m) => m.grid === INDIA).map((m) => m.code));
  return assets.filter((a) => indian.has(a.marketCode));
};

export const BUYER_CLASSES: { code: AssetTerms['buyerClass']; name: string }[] = [
  { code: 'standard', name: 'Standard' },
  { code: 'renewable_rich', name: 'Rich in wind and sun' },
  { code: 'super_renewable_rich', name: 'Super rich in wind and sun' },
];

export interface TermsForm {
  contractRate: string;
  buyerClass: AssetTerms['buyerClass'];
}

export const termsForm = (terms: AssetTerms): TermsForm => ({
  contractRate: terms.contractRate === undefined ? '' : String(terms.contractRate),
  buyerClass: terms.buyerClass,
});

const NUMBER = /^\d+(\.\d+)?$/;

/** What is wrong with a rate before it is sent; null if nothing is. */
export const rateFault = (text: string): string | null =>
  text.trim() === '' || NUMBER.test(text.trim()) ? null : 'A number such as 3456.78, or empty.';

export const termsInput = (form: TermsForm): AssetTermsInput => ({
  contractRate: form.contractRate.trim() === '' ? undefined : Number(form.contractRate),
  buyerClass: form.buyerClass,
});

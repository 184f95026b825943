import type { LimitUsage, RiskLimit, RiskLimitInput } from '@/api/types';
import { figure, money } from '@/ui/format';
import type { Tone } from '@/ui/states';

export const KINDS: { code: RiskLimit['kind']; name: string; hint: string }[] = [
  { code: 'volume', name: 'Volume', hint: 'MWh offered a day, purchases and sales added up' },
  { code: 'value', name: 'Value', hint: 'Energy × limit price a day, added up' },
  {
    code: 'net_position',
    name: 'Net position',
    hint: 'Largest MW of sales less purchases in any quarter hour',
  },
  { code: 'price_collar', name: 'Price collar', hint: 'Lowest and highest price a bid may name' },
  { code: 'daily_loss', name: 'Daily loss', hint: 'What the day’s bids can cost at worst' },
];

export const SUBJECTS: { code: RiskLimit['subject']; name: string }[] = [
  { code: 'organization', name: 'The organisation' },
  { code: 'trader', name: 'A trader' },
  { code: 'asset', name: 'An asset' },
  { code: 'market', name: 'A market' },
];

/** What the form holds; numbers as typed. */
export interface LimitForm {
  name: string;
  kind: RiskLimit['kind'];
  subject: RiskLimit['subject'];
  traderId: string;
  assetId: string;
  marketCode: string;
  amount: string;
  currency: string;
  lowestPrice: string;
  highestPrice: string;
  validFrom: string;
  validTo: string;
  enabled: boolean;
}

export const NEW_LIMIT: LimitForm = {
  name: '',
  kind: 'volume',
  subject: 'organization',
  traderId: '',
  assetId: '',
  marketCode: '',
  amount: '',
  currency: 'INR',
  lowestPrice: '',
  highestPrice: '',
  validFrom: '',
  validTo: '',
  enabled: true,
};

export const hasCurrency = (kind: RiskLimit['kind']): boolean =>
  kind === 'value' || kind === 'daily_loss' || kind === 'price_collar';

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

/** Only what means something to the kind and the subject; the server names what is missing. */
export function inputOf(form: LimitForm): RiskLimitInput {
  const collar = form.kind === 'price_collar';
  return {
    name: form.name,
    kind: form.kind,
    subject: form.subject,
    traderId: form.subject === 'trader' ? given(form.traderId) : undefined,
    assetId: form.subject === 'asset' ? given(form.assetId) : undefined,
    marketCode: form.subject === 'market' ? given(form.marketCode) : undefined,
    amount: collar ? undefined : number(form.amount),
    currency: hasCurrency(form.kind) ? given(form.currency) : undefined,
    lowestPrice: collar ? number(form.lowestPrice) : undefined,
    highestPrice: collar ? number(form.highestPrice) : undefined,
    validFrom: given(form.validFrom),
    validTo: given(form.validTo),
    enabled: form.enabled,
  };
}

const typed = (n: number | null | undefined): string => (n === null || n === undefined ? '' : String(n));

export const formOf = (limit: RiskLimit): LimitForm => ({
  name: limit.name,
  kind: limit.kind,
  subject: limit.subject,
  traderId: limit.traderId ?? '',
  assetId: limit.assetId ?? '',
  marketCode: limit.marketCode ?? '',
  amount: typed(limit.amount),
  currency: limit.currency ?? 'INR',
  lowestPrice: typed(limit.lowestPrice),
  highestPrice: typed(limit.highestPrice),
  validFrom: limit.validFrom ?? '',
  validTo: limit.validTo ?? '',
  enabled: limit.enabled,
});

export const kindName = (kind: RiskLimit['kind']): string => KINDS.find((k) => k.code === kind)?.name ?? kind;

export const subjectText = (limit: RiskLimit): string =>
  limit.subject === 'organization' ? 'The organisation' : (limit.subjectName ?? 'gone');

/** A figure of a limit with its unit. */
export function amountText(limit: RiskLimit, amount: number | null | undefined): string {
  switch (limit.kind) {
    case 'volume':
      return `${figure(amount, 3)} MWh`;
    case 'net_position':
      return `${figure(amount, 3)} MW`;
    case 'value':
    case 'daily_loss':
      return money(amount, limit.currency ?? '');
    case 'price_collar':
      return `${limit.lowestPrice === undefined ? 'any' : money(limit.lowestPrice, limit.currency ?? '')} … ${
        limit.highestPrice === undefined ? 'any' : money(limit.highestPrice, limit.currency ?? '')
      } per MWh`;
  }
}

/** From when to when, in words. */
export function validText(limit: RiskLimit): string {
  if (!limit.validFrom && !limit.validTo) return 'always';
  if (!limit.validTo) return `from ${limit.validFrom}`;
  return limit.validFrom ? `${limit.validFrom} to ${limit.validTo}` : `to ${limit.validTo}`;
}

export function toneOf(percent: number | null | undefined): Tone {
  if (percent === null || percent === undefined) return 'quiet';
  return percent >= 100 ? 'bad' : percent >= 80 ? 'warn' : 'good';
}

export const usageById = (items: readonly LimitUsage[]): Map<string, LimitUsage> =>
  new Map(items.map((u) => [u.limit.id, u]));

import type { AlertRule, AlertRuleInput, NotificationDelivery } from '@/api/types';
import { figure } from '@/ui/format';
import type { Tone } from '@/ui/states';

export const KINDS: { code: AlertRule['kind']; name: string }[] = [
  { code: 'price', name: 'A price passes a threshold' },
  { code: 'gate_closing', name: 'A gate closes and nothing is submitted' },
  { code: 'bid_rejected', name: 'A bid is refused or not accepted' },
  { code: 'limit_used', name: 'A risk limit is nearly used' },
  { code: 'deviation_band', name: 'An asset leaves its deviation band' },
];

/** What the form holds; numbers as typed. */
export interface RuleForm {
  name: string;
  kind: AlertRule['kind'];
  marketCode: string;
  areaCode: string;
  comparison: 'above' | 'below';
  threshold: string;
  minutes: string;
  inApp: boolean;
  email: boolean;
  digest: AlertRule['digest'];
  dailyAt: string;
  critical: boolean;
  enabled: boolean;
}

export const NEW_RULE: RuleForm = {
  name: '',
  kind: 'price',
  marketCode: 'sim-dam',
  areaCode: '',
  comparison: 'above',
  threshold: '',
  minutes: '30',
  inApp: true,
  email: false,
  digest: 'immediately',
  dailyAt: '08:00',
  critical: false,
  enabled: true,
};

export const hasPlace = (kind: AlertRule['kind']): boolean => kind === 'price' || kind === 'gate_closing';

const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

/** Only what means something to the kind; the server names what is missing. */
export function inputOf(form: RuleForm): AlertRuleInput {
  const price = form.kind === 'price';
  return {
    name: form.name,
    kind: form.kind,
    marketCode: hasPlace(form.kind) ? form.marketCode || undefined : undefined,
    areaCode: price ? form.areaCode || undefined : undefined,
    comparison: price ? form.comparison : undefined,
    threshold: price || form.kind === 'limit_used' ? number(form.threshold) : undefined,
    minutes: form.kind === 'gate_closing' ? number(form.minutes) : undefined,
    channels: [...(form.inApp ? (['in_app'] as const) : []), ...(form.email ? (['email'] as const) : [])],
    digest: form.digest,
    dailyAt: form.digest === 'daily' ? form.dailyAt : undefined,
    critical: form.critical,
    enabled: form.enabled,
  };
}

export function formOf(rule: AlertRule): RuleForm {
  return {
    name: rule.name,
    kind: rule.kind,
    marketCode: rule.marketCode ?? '',
    areaCode: rule.areaCode ?? '',
    comparison: rule.comparison ?? 'above',
    threshold: rule.threshold === undefined || rule.threshold === null ? '' : String(rule.threshold),
    minutes: rule.minutes ? String(rule.minutes) : '30',
    inApp: rule.channels.includes('in_app'),
    email: rule.channels.includes('email'),
    digest: rule.digest,
    dailyAt: rule.dailyAt ?? '08:00',
    critical: rule.critical,
    enabled: rule.enabled,
  };
}

/** A rule in one line. */
export function sentence(rule: AlertRule): string {
  switch (rule.kind) {
    case 'price':
      return `Price in ${rule.areaCode} (${rule.marketCode}) ${rule.comparison} ${figure(rule.threshold)} per MWh`;
    case 'gate_closing':
      return `A gate of ${rule.marketCode} closes within ${rule.minutes} minutes and nothing is submitted`;
    case 'bid_rejected':
      return 'A bid is refused or not accepted';
    case 'limit_used':
      return `${figure(rule.threshold, 0)} % of a risk limit are used`;
    case 'deviation_band':
      return 'An asset leaves its deviation band';
    case 'trading_stop':
      return 'Trading is stopped or goes on';
    case 'no_bid':
      return 'An asset has no bid at a gate';
  }
}

/** How and when a rule reaches its person. */
export function way(rule: AlertRule): string {
  const ways = rule.channels.map((c) => (c === 'in_app' ? 'in the application' : 'by e-mail')).join(' and ');
  if (!rule.channels.includes('email') || rule.digest === 'immediately') return `${ways}, at once`;
  return `${ways}, e-mail ${rule.digest === 'hourly' ? 'once an hour' : `daily at ${rule.dailyAt}`}`;
}

export const STATE_TEXT: Record<NotificationDelivery['state'], string> = {
  waiting: 'Waiting',
  sending: 'Sending',
  delivered: 'Delivered',
  failed: 'Failed',
  in_doubt: 'In doubt',
  off: 'Off',
};

export const STATE_TONE: Record<NotificationDelivery['state'], Tone> = {
  waiting: 'busy',
  sending: 'busy',
  delivered: 'good',
  failed: 'bad',
  in_doubt: 'warn',
  off: 'quiet',
};

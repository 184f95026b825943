import type {
  CalendarDay,
  ExchangeAward,
  ExchangeConnection,
  Fault,
  Market,
  OutsideAuction,
} from '@/api/types';
import { plural } from '@/ui/format';
import type { Tone } from '@/ui/states';

/** Auctions may be joined so many days ahead, as the server says it. */
export const DAYS_AHEAD = 14;

/** Real markets that take orders, by name. */
export const realMarkets = (markets: readonly Market[]): Market[] =>
  markets.filter((m) => !m.simulated && m.takesOrders).toSorted((a, b) => a.name.localeCompare(b.name));

/** Why nothing would reach the market's exchange; null where a connection is on. */
export function missingConnection(
  market: Market | undefined,
  connections: readonly ExchangeConnection[] | undefined,
): string | null {
  if (!market || !connections) return null;
  const name = market.operatorCode.toUpperCase();
  const connection = connections.find((c) => c.operatorCode === market.operatorCode);
  if (!connection) return `No connection to ${name} yet: bids can be written, not submitted.`;
  return connection.enabled ? null : `The connection to ${name} is off: bids can be written, not submitted.`;
}

/** The field of the form a fault stands at; one that is not shown hands over to the day. */
export function faultAt(
  faults: readonly Fault[],
  field: 'marketCode' | 'deliveryDay' | 'session',
  sessionShown: boolean,
): string | undefined {
  const own = faults.find((f) => f.field === `/${field}`);
  if (own) return own.message;
  if (field !== 'deliveryDay' || sessionShown) return undefined;
  return faults.find((f) => f.field === '/session')?.message;
}

/** What a market's calendar has on a day, before anybody joins. */
export function sessionsOf(day: CalendarDay | null | undefined): CalendarDay['sessions'] {
  return day && !day.holiday ? day.sessions : [];
}

/** How own bids of an auction stand, in a line, the worst first; null where there is none. */
export function bidsLine(bids: OutsideAuction['bids']): { text: string; tone: Tone } | null {
  if (bids.bids === 0) return null;
  const parts: [number, string, Tone][] = [
    [bids.inDoubt, 'in doubt', 'bad'],
    [bids.refused, 'refused', 'bad'],
    [bids.onTheWay, 'on the way', 'busy'],
    [bids.notSubmitted, 'not submitted', 'warn'],
    [bids.acknowledged, 'acknowledged', 'good'],
  ];
  const said = parts.filter(([n]) => n > 0);
  return {
    text: [plural(bids.bids, 'bid'), ...said.map(([n, word]) => `${n} ${word}`)].join(' · '),
    tone: said[0]?.[2] ?? 'quiet',
  };
}

export const AWARD_TONE: Record<ExchangeAward['status'], Tone> = {
  provisional: 'warn',
  final: 'good',
  curtailed: 'bad',
};

/** The revisions shown, the latest first, each with its status. */
export const revisions = (awards: readonly ExchangeAward[]): string[] => [
  ...new Set(awards.toSorted((a, b) => b.revision - a.revision).map((a) => `${a.revision} (${a.status})`)),
];

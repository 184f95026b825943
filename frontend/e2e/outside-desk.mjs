// What stories about real markets need: auctions of GME's day-ahead market, which take bids up to nine days ahead.
import { Api, ifMatch } from './exchange-api.mjs';

export const OWNER = 'owner@demo.optibid.local';
export const MARKET = 'gme-mgp';

/** A plant that can sell in the north of Italy. */
export const italian = (name, maxInjectionMw) => ({
  name,
  type: 'thermal',
  marketCode: MARKET,
  areaCode: 'NORD',
  maxInjectionMw,
  maxWithdrawalMw: 0,
});

/** The day so many days from today, in Rome. */
export const romanDay = (days) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(Date.now() + days * 86_400_000);

export const joined = async (api) =>
  (await api.all('/outside-auctions?limit=200')).map((item) => item.auction);

/** The auction of that delivery day, in which the organisation takes part from now on. */
export async function haveOutsideAuction(day) {
  const owner = await Api.as(OWNER);
  const there = (await joined(owner)).find((a) => a.marketCode === MARKET && a.deliveryDay === day);
  return there ?? (await owner.create('/outside-auctions', { marketCode: MARKET, deliveryDay: day }));
}

/** The connection to GME, switched so; null where there is none. */
export async function switchConnection(enabled) {
  const owner = await Api.as(OWNER);
  const known = (await owner.all('/exchange-connections?limit=200')).find((c) => c.operatorCode === 'gme');
  if (!known) return null;
  const { operatorCode, kind, memberId, folder, url, timeoutMillis, attempts } = known;
  const input = { operatorCode, kind, memberId, folder, url, timeoutMillis, attempts, enabled };
  return owner.call('PUT', `/exchange-connections/${known.id}`, input, ifMatch(known.version));
}

/** Takes back what earlier stories left in an auction. */
export async function withdrawAll(api, auctionId) {
  for (const bid of await api.all(`/bids?auctionId=${auctionId}&limit=200`))
    if (bid.state !== 'withdrawn')
      await api.call('POST', `/bids/${bid.id}/cancel`, undefined, ifMatch(bid.version));
}

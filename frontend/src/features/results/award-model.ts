import type { Award, Explanation } from '@/api/types';

/** Reason codes as a trader says them. An unknown code is shown as it came. */
const REASONS: Record<string, string> = {
  in_the_money: 'In the money',
  partly_in_the_money: 'Partly in the money',
  out_of_the_money: 'Out of the money',
  at_the_money: 'At the margin',
  curtailed_at_limit: 'Cut at the price limit',
  partly_accepted: 'Accepted in part',
  paradoxically_rejected: 'Paradoxically rejected',
  parent_rejected: 'Linked to a rejected order',
  group_used_up: 'Group used up',
};

export function reasonText(code: string): string {
  const known = REASONS[code.toLowerCase()];
  if (known) return known;
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export interface AssetMoney {
  assetId: string;
  offeredMwh: number;
  acceptedMwh: number;
  amount: number;
}

/** Totals per asset; sums of exact figures the server rounded, so cents add up to what it says. */
export function moneyByAsset(awards: readonly Award[]): AssetMoney[] {
  const byAsset = new Map<string, AssetMoney>();
  for (const a of awards) {
    const m = byAsset.get(a.assetId) ?? { assetId: a.assetId, offeredMwh: 0, acceptedMwh: 0, amount: 0 };
    m.offeredMwh += a.offeredMwh;
    m.acceptedMwh += a.acceptedMwh;
    m.amount += a.amount;
    byAsset.set(a.assetId, m);
  }
  return [...byAsset.values()];
}

/** Explanations by bid and block; where a bid's curve has one, it comes before those of its block orders. */
export function byBidAndBlock(explanations: readonly Explanation[]): Map<string, Explanation> {
  const found = new Map<string, Explanation>();
  for (const e of explanations) {
    const key = `${e.bidId} ${e.block}`;
    if (!found.has(key)) found.set(key, e);
  }
  return found;
}

/** The sentence for an award: the server's explanation when it is there, else its reason code. */
export function sentenceFor(award: Award, explanations: ReadonlyMap<string, Explanation>): string {
  if (award.blockOrder) return `Block order ${award.blockOrder}: ${reasonText(award.reason)}`;
  return explanations.get(`${award.bidId} ${award.block}`)?.sentence ?? reasonText(award.reason);
}

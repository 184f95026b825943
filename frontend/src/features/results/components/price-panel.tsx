'use client';
import { SegmentedControl, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import type { AreaPrices, Auction, ClearingRun, DeliveryBlock, ReferencePrices } from '@/api/types';
import { waitingFor } from '@/features/auctions/auction-model';
import { ZONE_COLORS, zoneColor } from '@/ui/figures';
import { figure, signed } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Empty } from '@/ui/states';
import { comparisonQuery } from '../api';
import { blockEdges, blockSpan } from '../block-span';
import type { PriceLine } from './price-plot';
import classes from './results.module.css';

const PricePlot = dynamic(() => import('./price-plot').then((m) => m.PricePlot), { ssr: false });

interface Props {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  reference: ReferencePrices | undefined;
  prices: AreaPrices[] | undefined;
  shown: ClearingRun | null;
  other: ClearingRun | null;
  area: string;
  block: number;
  onArea: (area: string) => void;
  onBlock: (block: number) => void;
}

export function PricePanel({
  auction,
  blocks,
  reference,
  prices,
  shown,
  other,
  area,
  block,
  onArea,
  onBlock,
}: Props) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [mode, setMode] = useState<'price' | 'delta'>('price');
  const [withBand, setBand] = useState(true);
  const [hover, setHover] = useState<number | null>(null);
  const delta = mode === 'delta' && other !== null;
  const comparison = useQuery({
    ...comparisonQuery(auction.id, other?.id ?? null, shown?.id ?? null),
    enabled: delta && shown !== null,
  }).data;

  const published = reference?.areas.find((r) => r.area === area)?.prices;
  const values = useMemo(() => {
    const byArea = new Map<string, readonly (number | null)[]>();
    if (delta)
      for (const c of comparison ?? [])
        byArea.set(
          c.area,
          c.b.map((v, i) => v - (c.a[i] ?? v)),
        );
    else for (const p of prices ?? []) byArea.set(p.area, p.prices);
    return byArea;
  }, [delta, comparison, prices]);

  const lines: PriceLine[] = useMemo(() => {
    const zones = auction.areas
      .map(
        (code, i): PriceLine => ({
          name: code,
          color: `--ob-zone-${i % ZONE_COLORS}`,
          values: values.get(code) ?? [],
          kind: code === area ? 'main' : 'zone',
        }),
      )
      .filter((l) => !hidden.has(l.name) && l.values.length > 0)
      .toSorted((a, b) => Number(a.kind === 'main') - Number(b.kind === 'main'));
    if (!delta && published?.some((v) => v !== null))
      zones.push({ name: `${area} published`, color: '--ob-text', values: published, kind: 'reference' });
    return zones;
  }, [auction.areas, values, hidden, area, delta, published]);

  const own = prices?.find((p) => p.area === area);
  const band = !delta && withBand && own ? { low: own.low, high: own.high } : null;
  const at = (hover ?? block) - auction.firstBlock;
  const toggle = (code: string) =>
    setHidden((h) => {
      const next = new Set(h);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  const read = (code: string) => (delta ? signed(values.get(code)?.[at]) : figure(values.get(code)?.[at]));
  const edges = useMemo(() => blockEdges(blocks, auction), [blocks, auction]);
  const nothing = lines.length === 0 && hidden.size === 0;

  return (
    <Panel
      title={
        delta && other && shown
          ? `Price change, run #${shown.number} less #${other.number}`
          : auction.exchangeId
            ? 'Area prices'
            : 'Zonal prices'
      }
      meta={`${auction.currency}/MWh`}
      bare
      testId="price-panel"
      actions={
        <>
          {own && !delta && (
            <Switch
              size="xs"
              label={`Interval ${area}`}
              checked={withBand}
              onChange={(e) => setBand(e.currentTarget.checked)}
            />
          )}
          {other && (
            <SegmentedControl
              aria-label="What the chart shows"
              value={mode}
              onChange={(v) => setMode(v as 'price' | 'delta')}
              data={[
                { value: 'price', label: 'Price' },
                { value: 'delta', label: `Δ vs #${other.number}` },
              ]}
            />
          )}
        </>
      }
    >
      <fieldset className={classes.legend} aria-label="Zones">
        <span className={classes.at}>{blockSpan(auction.firstBlock + at, blocks, auction)}</span>
        {auction.areas.map((code, i) => (
          <span key={code} className={classes.zone} data-selected={code === area} data-off={hidden.has(code)}>
            <button
              type="button"
              aria-pressed={!hidden.has(code)}
              aria-label={`Show line of ${code}`}
              onClick={() => toggle(code)}
            >
              <i aria-hidden style={{ background: zoneColor(i) }} />
            </button>
            <button type="button" aria-pressed={code === area} onClick={() => onArea(code)}>
              {code} <b>{read(code)}</b>
            </button>
          </span>
        ))}
        {!delta && published?.[at] !== undefined && published[at] !== null && (
          <span className={classes.ref}>
            <i aria-hidden /> published <b>{figure(published[at])}</b>
          </span>
        )}
        {band && own && (own.high[at] ?? 0) - (own.low[at] ?? 0) > 0.005 && (
          <span className={classes.ref}>
            interval{' '}
            <b>
              {figure(own.low[at])}…{figure(own.high[at])}
            </b>
          </span>
        )}
      </fieldset>
      {nothing ? (
        <Empty title="No prices yet">
          {auction.exchangeId
            ? waitingFor(auction, 'every area’s price stands here')
            : 'Submit a bid if you like, then run the auction: every zone’s price for the day appears here.'}
        </Empty>
      ) : (
        <PricePlot
          lines={lines}
          band={band}
          bandColor="--ob-accent-band"
          firstBlock={auction.firstBlock}
          blockCount={auction.blockCount}
          labels={edges}
          selected={block}
          zero={delta}
          summary={`Block ${block}, ${blockSpan(block, blocks, auction)}: ${area} ${read(area)} ${auction.currency}/MWh`}
          onHover={setHover}
          onSelect={onBlock}
        />
      )}
    </Panel>
  );
}

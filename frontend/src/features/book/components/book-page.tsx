'use client';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { download } from '@/api/client';
import type { Asset, BookDay, Market, Site } from '@/api/types';
import { assetsQuery, sitesQuery } from '@/features/assets/api';
import { marketTitle } from '@/features/auctions/auction-model';
import { DayPicker } from '@/features/desk/components/day-picker';
import { type SeenExchange, useExchanges } from '@/features/exchange/api';
import { useChosenExchange } from '@/features/exchange/chosen-exchange';
import { DAY_AHEAD, EXCHANGE_ZONE, marketShort } from '@/features/exchange/event-model';
import { useRealDay } from '@/features/exchange/use-real-now';
import { marketsQuery } from '@/features/market/api';
import { useCan } from '@/features/session/session-context';
import { KeyFigure, KeyFigures } from '@/ui/figures';
import { figure, plural } from '@/ui/format';
import { Page, Panel } from '@/ui/panel';
import { saveFile } from '@/ui/save-file';
import { Answered, Badge, Empty, Waiting } from '@/ui/states';
import { tellProblem } from '@/ui/tell';
import { dayIn, dayPlus } from '@/ui/time';
import { type BookChoice, bookPath, bookQuery } from '../api';
import { marketsOf, oversold, type Unit } from '../book-model';
import { choicesOf, gridsOf, onGrid, portfolioOf, zoneOf } from '../portfolio-model';
import classes from './book.module.css';
import { BookChart, BookLegend } from './book-chart';
import { BookTable } from './book-table';

/** What is contracted, offered, awarded and left, over all markets of the chosen exchange or over the real ones. */
export function BookPage() {
  const exchanges = useExchanges();
  const exchange = useChosenExchange();
  const [world, setWorld] = useState<'exchange' | 'real'>('exchange');
  const markets = useQuery(marketsQuery).data;
  const assets = useQuery({ ...assetsQuery, enabled: useCan('assets:read') }).data;
  const sites = useQuery(sitesQuery);
  // a list that grows while one chooses from it puts something else under the pointer
  if (exchanges.isPending || sites.isPending || !markets || !assets) return <Waiting rows={8} />;
  const of = world === 'exchange' ? exchange : null;
  const worlds = (
    <SegmentedControl
      aria-label="World"
      value={of ? 'exchange' : 'real'}
      onChange={(w) => setWorld(w === 'real' ? 'real' : 'exchange')}
      data={[
        ...(exchange ? [{ value: 'exchange', label: exchange.name }] : []),
        { value: 'real', label: 'Real markets' },
      ]}
    />
  );
  return (
    <OfWorld
      key={of?.id ?? 'real'}
      exchange={of}
      worlds={worlds}
      markets={markets}
      assets={assets}
      sites={sites.data ?? []}
    />
  );
}

interface WorldProps {
  /** Null for the real markets. */
  exchange: SeenExchange | null;
  worlds: ReactNode;
  markets: readonly Market[];
  assets: readonly Asset[];
  sites: readonly Site[];
}

function OfWorld({ exchange, worlds, markets, assets, sites }: WorldProps) {
  const realDay = useRealDay();
  const grid = exchange ? (markets.find((m) => m.code === DAY_AHEAD)?.grid ?? null) : null;
  const choices = choicesOf(onGrid(sites, markets, grid), onGrid(assets, markets, grid));
  // a book of everything is of one grid
  const all = grid !== null || gridsOf(assets, markets).length <= 1;
  const [chosen, setChosen] = useState<string | null>(null);
  const value = chosen ?? (all ? null : (choices[0]?.items[0]?.value ?? null));
  const portfolio = portfolioOf(value);
  const zone = exchange ? EXCHANGE_ZONE : (zoneOf(portfolio, assets, markets) ?? EXCHANGE_ZONE);
  const today = exchange ? dayIn(zone, exchange.clock.now) : realDay(zone);
  const tomorrow = dayPlus(today, 1);
  const [picked, setDay] = useState<string | null>(null);
  const [first] = useState(() => (exchange && tomorrow < exchange.firstDay ? exchange.firstDay : null));
  const day = picked ?? first ?? tomorrow;
  const [market, setMarket] = useState<string | null>(null);
  const [unit, setUnit] = useState<Unit>('mw');
  const choice = { exchangeId: exchange?.id ?? null, deliveryDay: day, portfolio };
  const book = useQuery(bookQuery(choice));
  const nameOf = exchange ? marketShort : marketTitle;
  return (
    <Page
      title="Book"
      hint="Until an auction’s result is known what is offered counts, afterwards what was awarded."
      actions={<Export choice={choice} />}
    >
      <div className={classes.bar}>
        {worlds}
        <DayPicker today={today} day={day} onDay={setDay} />
        <Select
          aria-label="Asset or site"
          placeholder="All assets"
          clearable={all}
          clearButtonProps={{ 'aria-label': 'All assets' }}
          searchable
          data={choices}
          value={value}
          onChange={setChosen}
          w={220}
        />
        <SegmentedControl
          aria-label="Market"
          value={market ?? ''}
          onChange={(code) => setMarket(code || null)}
          data={[
            { value: '', label: 'All markets' },
            ...marketsShown(book.data, market).map((code) => ({ value: code, label: nameOf(code) })),
          ]}
        />
        <SegmentedControl
          aria-label="Unit"
          value={unit}
          onChange={(u) => setUnit(u as Unit)}
          data={[
            { value: 'mw', label: 'MW' },
            { value: 'mwh', label: 'MWh' },
          ]}
        />
      </div>
      <Answered query={book} rows={12}>
        {(answer) => <Shown book={answer} unit={unit} market={market} />}
      </Answered>
    </Page>
  );
}

/** A market that was chosen stays to be seen, also on a day without it. */
const marketsShown = (book: BookDay | undefined, chosen: string | null): string[] => [
  ...new Set([...(book ? marketsOf(book) : []), ...(chosen ? [chosen] : [])]),
];

function Shown({ book, unit, market }: { book: BookDay; unit: Unit; market: string | null }) {
  if (book.assets.length === 0)
    return (
      <Panel title="Position">
        <Empty title="No asset on this grid yet">Add one on the page Assets; its book stands here.</Empty>
      </Panel>
    );
  const over = oversold(book);
  return (
    <>
      <KeyFigures label="The day">
        <KeyFigure
          name="Sold and offered"
          value={figure(book.sale.committed.totalMwh, 2)}
          note="MWh"
          testId="book-sold"
        />
        <KeyFigure
          name="Left to sell"
          value={figure(book.sale.remaining.totalMwh, 2)}
          note="MWh"
          testId="book-left"
        />
        <KeyFigure name="Bought and wanted" value={figure(book.purchase.committed.totalMwh, 2)} note="MWh" />
        <KeyFigure name="Left to buy" value={figure(book.purchase.remaining.totalMwh, 2)} note="MWh" />
      </KeyFigures>
      <Panel
        title={`Position by block, ${unit === 'mw' ? 'MW' : 'MWh'}`}
        meta={
          over.length > 0 && (
            <Badge tone="bad">More than the assets can do in {plural(over.length, 'block')}</Badge>
          )
        }
        bare
        testId="book-chart"
      >
        <BookChart book={book} unit={unit} market={market} />
        <BookLegend />
      </Panel>
      <Panel
        title="Block by block"
        meta={`${book.timeZone} · ${book.assets.map((a) => a.name).join(', ')}`}
        bare
        testId="book-table"
      >
        <BookTable book={book} unit={unit} market={market} />
      </Panel>
    </>
  );
}

function Export({ choice }: { choice: BookChoice }) {
  const [busy, setBusy] = useState<string | null>(null);
  const take = async (format: 'csv' | 'xlsx') => {
    setBusy(format);
    try {
      saveFile(await download(bookPath(choice, format)), `book.${format}`);
    } catch (e) {
      tellProblem(e);
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <Button variant="default" size="compact-xs" loading={busy === 'csv'} onClick={() => void take('csv')}>
        CSV
      </Button>
      <Button variant="default" size="compact-xs" loading={busy === 'xlsx'} onClick={() => void take('xlsx')}>
        Excel
      </Button>
    </>
  );
}

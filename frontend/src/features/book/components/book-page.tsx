'use client';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '@/api/client';
import type { BookDay } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { DayPicker } from '@/features/desk/components/day-picker';
import type { SeenExchange } from '@/features/exchange/api';
import { useChosenExchange } from '@/features/exchange/chosen-exchange';
import { EXCHANGE_ZONE, marketShort } from '@/features/exchange/event-model';
import { useCan } from '@/features/session/session-context';
import { KeyFigure, KeyFigures } from '@/ui/figures';
import { figure, plural } from '@/ui/format';
import { Page, Panel } from '@/ui/panel';
import { saveFile } from '@/ui/save-file';
import { Answered, Badge, Empty, Waiting } from '@/ui/states';
import { tellProblem } from '@/ui/tell';
import { dayIn, dayPlus } from '@/ui/time';
import { bookPath, bookQuery } from '../api';
import { marketsOf, oversold, type Unit } from '../book-model';
import classes from './book.module.css';
import { BookChart, BookLegend } from './book-chart';
import { BookTable } from './book-table';

/** What is contracted, offered, awarded and left, over all markets of the chosen exchange. */
export function BookPage() {
  const exchange = useChosenExchange();
  return exchange ? <OfExchange key={exchange.id} exchange={exchange} /> : <Waiting rows={8} />;
}

/** Assets of the grid that the simulated exchange trades on. */
const isOnGrid = (asset: { marketCode: string }): boolean => /^(sim|iex|pxil|hpx)-/.test(asset.marketCode);

function OfExchange({ exchange }: { exchange: SeenExchange }) {
  const tomorrow = dayPlus(dayIn(EXCHANGE_ZONE, exchange.clock.now), 1);
  const [day, setDay] = useState(tomorrow < exchange.firstDay ? exchange.firstDay : tomorrow);
  const [asset, setAsset] = useState<string | null>(null);
  const [market, setMarket] = useState<string | null>(null);
  const [unit, setUnit] = useState<Unit>('mw');
  const assets = useQuery({ ...assetsQuery, enabled: useCan('assets:read') }).data ?? [];
  const book = useQuery(bookQuery(exchange.id, day, asset));
  return (
    <Page
      title="Book"
      hint="Until an auction’s result is known what is offered counts, afterwards what was awarded."
      actions={<Export exchangeId={exchange.id} day={day} asset={asset} />}
    >
      <div className={classes.bar}>
        <DayPicker exchange={exchange} day={day} onDay={setDay} />
        <Select
          aria-label="Asset"
          placeholder="All assets"
          clearable
          clearButtonProps={{ 'aria-label': 'All assets' }}
          searchable
          data={assets.filter(isOnGrid).map((a) => ({ value: a.id, label: a.name }))}
          value={asset}
          onChange={setAsset}
          w={220}
        />
        <SegmentedControl
          aria-label="Market"
          value={market ?? ''}
          onChange={(code) => setMarket(code || null)}
          data={[
            { value: '', label: 'All markets' },
            ...marketsShown(book.data, market).map((code) => ({ value: code, label: marketShort(code) })),
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
      <Panel title="Block by block" meta={book.timeZone} bare testId="book-table">
        <BookTable book={book} unit={unit} market={market} />
      </Panel>
    </>
  );
}

function Export({ exchangeId, day, asset }: { exchangeId: string; day: string; asset: string | null }) {
  const [busy, setBusy] = useState<string | null>(null);
  const take = async (format: 'csv' | 'xlsx') => {
    setBusy(format);
    try {
      saveFile(await download(bookPath(exchangeId, day, asset, format)), `book.${format}`);
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

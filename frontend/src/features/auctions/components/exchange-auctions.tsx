'use client';
import { ActionIcon, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Fragment, useState } from 'react';
import type { Auction } from '@/api/types';
import { useExchanges } from '@/features/exchange/api';
import { chooseExchange, useChosenExchange } from '@/features/exchange/chosen-exchange';
import { dayAuctionsQuery } from '@/features/exchange/day-api';
import { MARKETS, marketShort } from '@/features/exchange/event-model';
import { blockSpan, lastBlock } from '@/features/results/block-span';
import { Icon } from '@/ui/icons';
import { Panel } from '@/ui/panel';
import { Answered, Badge, Empty, Waiting } from '@/ui/states';
import { dayPlus, moment, zoneName } from '@/ui/time';
import { AUCTION_TONE, byMarket, tally } from '../auction-model';
import classes from './lists.module.css';

/** A day of the chosen exchange: its auctions, with the real-time sessions folded into one row. */
export function ExchangeAuctions() {
  const exchanges = useExchanges().data ?? [];
  const exchange = useChosenExchange();
  const [market, setMarket] = useState('');
  const [chosen, setChosen] = useState<{ exchangeId: string; day: string } | null>(null);
  const present = exchange?.nextEvent?.deliveryDay ?? exchange?.firstDay ?? '';
  const day = chosen && chosen.exchangeId === exchange?.id ? chosen.day : present;
  const auctions = useQuery({
    ...dayAuctionsQuery(exchange?.id ?? '', day),
    enabled: exchange !== null && day !== '',
  });
  const setDay = (d: string) => exchange && d && setChosen({ exchangeId: exchange.id, day: d });
  return (
    <Panel
      title="Exchange"
      testId="exchange-auctions"
      meta={auctions.data ? `${auctions.data.length} auctions` : undefined}
      actions={
        <div className={classes.filters}>
          <Select
            aria-label="Exchange"
            data={exchanges.map((e) => ({ value: e.id, label: e.name }))}
            value={exchange?.id ?? null}
            onChange={(id) => id && chooseExchange(id)}
            w={210}
          />
          <Select
            aria-label="Market"
            data={[
              { value: '', label: 'All markets' },
              ...MARKETS.map((m) => ({ value: m, label: marketShort(m) })),
            ]}
            value={market}
            onChange={(m) => setMarket(m ?? '')}
            w={118}
          />
          <ActionIcon aria-label="Day before" onClick={() => setDay(dayPlus(day, -1))}>
            <Icon name="back" size={12} />
          </ActionIcon>
          <TextInput
            type="date"
            aria-label="Delivery day"
            value={day}
            onChange={(e) => setDay(e.currentTarget.value)}
            w={150}
          />
          <ActionIcon aria-label="Day after" onClick={() => setDay(dayPlus(day, 1))}>
            <Icon name="next" size={12} />
          </ActionIcon>
        </div>
      }
    >
      {exchange === null ? (
        <Waiting rows={4} />
      ) : (
        <Answered query={auctions}>
          {(items) => {
            const shown = items.filter((a) => market === '' || a.marketCode === market);
            return shown.length === 0 ? (
              <Empty title="No auction of this day">
                The exchange plans tomorrow’s auctions as its clock goes on; its history holds day-ahead days.
              </Empty>
            ) : (
              <AuctionTable key={market} groups={byMarket(shown)} unfolded={market !== ''} />
            );
          }}
        </Answered>
      )}
    </Panel>
  );
}

function AuctionTable({ groups, unfolded }: { groups: Auction[][]; unfolded: boolean }) {
  const [open, setOpen] = useState(unfolded);
  return (
    <table className="dense roomy">
      <thead>
        <tr>
          <th scope="col">Auction</th>
          <th scope="col">Delivery</th>
          <th scope="col">State</th>
          <th scope="col">Gate opens</th>
          <th scope="col">Gate closes</th>
          <th scope="col">Result final</th>
          <th scope="col" className="n">
            Blocks
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={group[0]?.marketCode}>
            {group.length > 1 && (
              <SessionsRow sessions={group} open={open} onToggle={() => setOpen((o) => !o)} />
            )}
            {(group.length === 1 || open) && group.map((a) => <AuctionRow key={a.id} auction={a} />)}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function SessionsRow({
  sessions,
  open,
  onToggle,
}: {
  sessions: Auction[];
  open: boolean;
  onToggle: () => void;
}) {
  return (
    <tr data-clickable onClick={onToggle}>
      <th scope="row">
        <button
          type="button"
          className="rowlink"
          aria-expanded={open}
          onClick={(e) => {
            e.stopPropagation();
            onToggle();
          }}
        >
          <span className={classes.fold} data-open={open}>
            <Icon name="next" size={10} />
          </span>
          {marketShort(sessions[0]?.marketCode ?? '')}
        </button>
      </th>
      <td className="dim">{sessions.length} sessions</td>
      <td colSpan={5}>
        <span className={classes.tally}>
          {tally(sessions).map((t) => (
            <Badge key={t.state} tone={AUCTION_TONE[t.state]} dot>
              {t.count} {t.state}
            </Badge>
          ))}
        </span>
      </td>
    </tr>
  );
}

function AuctionRow({ auction: a }: { auction: Auction }) {
  const router = useRouter();
  const zone = zoneName(a.timeZone, a.gateClosesAt);
  const isSession = a.blockCount <= 4;
  const ends = blockSpan(lastBlock(a), undefined, a).split('–')[1] ?? '';
  return (
    <tr data-clickable onClick={() => router.push(`/auctions/${a.id}`)}>
      <th scope="row">
        <Link className="rowlink" href={`/auctions/${a.id}`} onClick={(e) => e.stopPropagation()}>
          {marketShort(a.marketCode)}
          {isSession && ` session ${a.session}`}
        </Link>
      </th>
      <td>{isSession ? `${blockSpan(a.firstBlock, undefined, a, true)}–${ends} ${zone}` : 'whole day'}</td>
      <td>
        <Badge tone={AUCTION_TONE[a.state]} dot>
          {a.state}
        </Badge>
      </td>
      <td className="dim">{moment(a.gateOpensAt, a.timeZone)}</td>
      <td>
        {moment(a.gateClosesAt, a.timeZone)} <span className="dim">{zone}</span>
      </td>
      <td className="dim">{a.publishesAt ? moment(a.publishesAt, a.timeZone) : ''}</td>
      <td className="n">{a.blockCount}</td>
    </tr>
  );
}

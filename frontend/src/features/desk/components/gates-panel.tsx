'use client';
import Link from 'next/link';
import type { Auction } from '@/api/types';
import type { SeenExchange } from '@/features/exchange/api';
import { EXCHANGE_ZONE } from '@/features/exchange/event-model';
import { countdown } from '@/features/exchange/exchange-clock';
import { useMarketNow } from '@/features/exchange/use-market-now';
import { Panel } from '@/ui/panel';
import { Badge, Empty, Waiting } from '@/ui/states';
import { clockTime, shortDay } from '@/ui/time';
import { gateLines } from '../gate-line';
import classes from './desk.module.css';

/** The day's auctions and what happens to each of them next. */
export function GatesPanel({
  exchange,
  day,
  auctions,
  waiting,
}: {
  exchange: SeenExchange;
  day: string;
  auctions: Auction[];
  waiting: boolean;
}) {
  return (
    <Panel title="Gates" meta={shortDay(day, true)} className={classes.gatesPanel} testId="gates-panel">
      {auctions.length === 0 && waiting ? (
        <Waiting rows={6} />
      ) : auctions.length === 0 ? (
        <Empty title="No auctions on this day">
          Auctions of a day are planned on the morning before it, from {shortDay(exchange.firstDay)} on. Of
          days before that only results are kept.
        </Empty>
      ) : (
        <Lines exchange={exchange} auctions={auctions} />
      )}
    </Panel>
  );
}

const result = (auction: Auction): string | undefined =>
  auction.publishesAt ? `Result final at ${clockTime(auction.publishesAt, EXCHANGE_ZONE)}` : undefined;

function Lines({ exchange, auctions }: { exchange: SeenExchange; auctions: Auction[] }) {
  const now = useMarketNow(exchange);
  return (
    <table className={`dense ${classes.tight}`}>
      <thead>
        <tr>
          <th scope="col">Market</th>
          <th scope="col">State</th>
          <th scope="col" className="n">
            Gate
          </th>
          <th scope="col" className="n">
            Next
          </th>
        </tr>
      </thead>
      <tbody>
        {gateLines(auctions).map(({ auction, name, word, tone, next }) => (
          <tr key={auction.id}>
            <th scope="row">
              <Link className="rowlink" href={`/auctions/${auction.id}`}>
                {name}
              </Link>
            </th>
            <td title={result(auction)}>
              <Badge tone={tone} dot>
                {word}
              </Badge>
            </td>
            <td className="n">
              {clockTime(auction.gateOpensAt, EXCHANGE_ZONE)}–{clockTime(auction.gateClosesAt, EXCHANGE_ZONE)}
            </td>
            <td className="n">
              {next && (
                <>
                  <span className="dim">{next.what}</span>{' '}
                  <span className={classes.left}>{countdown(next.at - now)}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

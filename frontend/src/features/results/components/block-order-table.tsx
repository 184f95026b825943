import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BlockResult, ClearingRun } from '@/api/types';
import { useCan } from '@/features/session/session-context';
import { figure, money, plural, signed } from '@/ui/format';
import { More } from '@/ui/more';
import { Answered, Badge, ProblemNote, type Tone } from '@/ui/states';
import { acceptanceLimitQuery, runBlocksQuery } from '../api';
import { reasonText } from '../award-model';
import type { DockProps } from './dock-props';
import classes from './results.module.css';

const TONE: Record<BlockResult['decision'], Tone> = {
  accepted: 'good',
  out_of_the_money: 'quiet',
  paradoxically_rejected: 'warn',
  parent_rejected: 'quiet',
  group_used_up: 'quiet',
};

/** Block orders of the day: what became of each, and why. */
export function BlockOrderTable({ auction, shown }: DockProps & { shown: ClearingRun }) {
  const blocks = useInfiniteQuery(runBlocksQuery(shown.id));
  const [chosen, choose] = useState<string | null>(null);
  return (
    <Answered query={blocks}>
      {({ pages }) => {
        const items = pages.flatMap((p) => p.items);
        const open = items.find((b) => b.blockId === chosen);
        return (
          <>
            <div className={classes.moneyLine} data-testid="block-verdict">
              <span>
                {plural(items.filter((b) => b.ratio > 0).length, 'block')} of {figure(items.length, 0)}{' '}
                accepted
                {shown.search?.end === 'optimal'
                  ? ', proven optimal'
                  : `, at most ${money(shown.search?.gap, auction.currency)} of welfare missed`}
              </span>
              {open ? (
                <Why key={open.blockId} run={shown} block={open} currency={auction.currency} />
              ) : (
                <p className={classes.why}>Choose a block to see why.</p>
              )}
            </div>
            <table className="dense" data-testid="block-orders">
              <thead>
                <tr>
                  <th scope="col">Block order</th>
                  <th scope="col">Zone</th>
                  <th scope="col">Decision</th>
                  <th scope="col" className="n">
                    Limit
                  </th>
                  <th scope="col" className="n">
                    Average price
                  </th>
                  <th scope="col" className="n" title="How much better than the limit the average price is">
                    Distance
                  </th>
                  <th scope="col" className="n">
                    Accepted, MWh
                  </th>
                  <th
                    scope="col"
                    className="n"
                    title="Of a rejected block what it would gain at these prices"
                  >
                    Surplus
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((b) => (
                  <tr
                    key={b.blockId}
                    data-clickable
                    data-selected={b.blockId === chosen}
                    onClick={() => choose(b.blockId)}
                  >
                    <th scope="row">
                      <button type="button" className="rowlink" aria-pressed={b.blockId === chosen}>
                        {b.blockId}
                      </button>
                    </th>
                    <td>
                      {b.area} <span className={b.side === 'sell' ? 'down' : 'up'}>{b.side}</span>
                    </td>
                    <td>
                      <Badge tone={TONE[b.decision]} dot>
                        {reasonText(b.decision)}
                        {b.ratio > 0 && b.ratio < 1 && ` ${figure(b.ratio * 100, 1)} %`}
                      </Badge>
                    </td>
                    <td className="n">{figure(b.price)}</td>
                    <td className="n">{figure(b.averagePrice)}</td>
                    <td className="n">{signed(b.distance)}</td>
                    <td className="n">{figure(b.acceptedMwh, 1)}</td>
                    <td className="n">{money(b.surplus, auction.currency)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <More of={blocks} label="More" />
          </>
        );
      }}
    </Answered>
  );
}

function Why({ run, block, currency }: { run: ClearingRun; block: BlockResult; currency: string }) {
  const mayReplay = useCan('replays:run');
  const [asked, ask] = useState(false);
  const {
    data: found,
    error,
    refetch,
  } = useQuery({
    ...acceptanceLimitQuery(run.id, block.blockId),
    enabled: asked,
  });
  return (
    <div className={classes.why} data-testid="block-why">
      <b>{block.blockId}.</b> {block.sentence}{' '}
      {block.ratio === 0 &&
        mayReplay &&
        (found ? (
          <b data-testid="block-limit">
            {found.limit === undefined || found.limit === null
              ? 'It would be left out at every limit.'
              : `With a limit of ${figure(found.limit)} ${currency}/MWh${found.exact ? '' : ' or somewhat less generous'} it would have been taken.`}
          </b>
        ) : error ? (
          <ProblemNote error={error} onRetry={() => void refetch()} />
        ) : (
          <Button size="compact-xs" variant="default" loading={asked} onClick={() => ask(true)}>
            At which limit would it be taken?
          </Button>
        ))}
    </div>
  );
}

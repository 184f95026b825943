'use client';
import type { Auction, DeliveryBlock, Replay } from '@/api/types';
import { blockSpan } from '@/features/results/block-span';
import { figure, signed } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { differences } from '../replay-model';

interface Props {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  replay: Replay;
  area: string;
  block: number;
  onBlock: (block: number) => void;
}

/** Prices of one area and what the changed bid trades, block by block. */
export function BlockTable({ auction, blocks, replay, area, block, onBlock }: Props) {
  const prices = replay.outcome.areas.find((a) => a.area === area);
  const bid = replay.outcome.bids.find((b) => b.change === 0);
  if (!prices) return null;
  const change = differences(prices, 'before');
  const impact = differences(prices, 'without');
  return (
    <Panel
      title={`Block by block, ${area}`}
      meta={`${replay.outcome.currency}/MWh and MWh`}
      testId="replay-blocks"
    >
      <table className="dense">
        <thead>
          <tr>
            <th scope="col" className="n">
              Block
            </th>
            <th scope="col">Time</th>
            <th scope="col" className="n">
              Price before
            </th>
            <th scope="col" className="n">
              After
            </th>
            <th scope="col" className="n">
              Change
            </th>
            <th scope="col" className="n">
              Without the bid
            </th>
            <th scope="col" className="n">
              Impact
            </th>
            {bid && (
              <>
                <th scope="col" className="n">
                  Accepted before
                </th>
                <th scope="col" className="n">
                  After
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {prices.after.map((after, i) => {
            const number = replay.outcome.firstBlock + i;
            return (
              <tr
                key={number}
                data-clickable
                data-selected={number === block}
                onClick={() => onBlock(number)}
              >
                <th scope="row" className="n">
                  {number}
                </th>
                <td className="dim">{blockSpan(number, blocks, auction, true)}</td>
                <td className="n">{figure(prices.before[i])}</td>
                <td className="n">{figure(after)}</td>
                <td className="n">{signed(change[i])}</td>
                <td className="n">{figure(prices.without[i])}</td>
                <td className="n">{signed(impact[i])}</td>
                {bid && (
                  <>
                    <td className="n">{figure(bid.acceptedBefore[i], 1)}</td>
                    <td className="n">{figure(bid.acceptedAfter[i], 1)}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}

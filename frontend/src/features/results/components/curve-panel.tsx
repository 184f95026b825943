'use client';
import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Auction, ClearingRun, DeliveryBlock } from '@/api/types';
import { waitingFor } from '@/features/auctions/auction-model';
import { bidTerms } from '@/features/bids/bid-terms';
import { rulesQuery } from '@/features/rules/api';
import { figure } from '@/ui/format';
import { Icon } from '@/ui/icons';
import { Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { curveQuery } from '../api';
import { blockSpan, lastBlock } from '../block-span';
import { CurveChart } from './curve-chart';
import classes from './results.module.css';

interface Props {
  auction: Auction;
  blocks: DeliveryBlock[] | undefined;
  shown: ClearingRun | null;
  area: string;
  block: number;
  onArea: (area: string) => void;
  onBlock: (block: number) => void;
}

export function CurvePanel({ auction, blocks, shown, area, block, onBlock }: Props) {
  const curve = useQuery(curveQuery(shown?.id ?? null, area, block));
  const rules = useQuery(rulesQuery(auction.marketCode, auction.deliveryDay)).data;
  return (
    <Panel
      title={`Curves · ${area}`}
      bare
      testId="curve-panel"
      actions={
        <span className={classes.picker}>
          <ActionIcon
            size={24}
            aria-label="Block before"
            disabled={block <= auction.firstBlock}
            onClick={() => onBlock(block - 1)}
          >
            <Icon name="back" size={12} />
          </ActionIcon>
          <span aria-live="polite">
            Block {block} <span className="dim">{blockSpan(block, blocks, auction)}</span>
          </span>
          <ActionIcon
            size={24}
            aria-label="Next block"
            disabled={block >= lastBlock(auction)}
            onClick={() => onBlock(block + 1)}
          >
            <Icon name="next" size={12} />
          </ActionIcon>
        </span>
      }
    >
      {shown ? (
        <Answered query={curve}>
          {(c) => (
            <>
              <CurveChart curve={c} currency={auction.currency} kind={bidTerms(rules).kind} />
              <div className={classes.curveFoot}>
                <span>
                  Clears at <b>{figure(c.clearing.price)}</b> {auction.currency}/MWh
                </span>
                <span>
                  <b>{figure(c.clearing.quantityMwh, 1)}</b> MWh
                </span>
                <span className={classes.keys}>
                  <span>
                    <i aria-hidden style={{ background: 'var(--ob-amber)' }} />
                    supply
                  </span>
                  <span>
                    <i aria-hidden style={{ background: 'var(--ob-accent)' }} />
                    demand
                  </span>
                </span>
              </div>
            </>
          )}
        </Answered>
      ) : (
        <Empty title="No curves yet">
          {waitingFor(auction, 'supply and demand around the clearing point stand here')}
        </Empty>
      )}
    </Panel>
  );
}

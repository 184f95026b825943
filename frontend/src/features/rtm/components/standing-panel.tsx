'use client';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asset, Award, MarketEvent, StandingBid } from '@/api/types';
import { useCan } from '@/features/session/session-context';
import { figure } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Badge, Empty } from '@/ui/states';
import { tell } from '@/ui/tell';
import { endStanding, standingQuery } from '../api';
import { curveText, dayAheadMwh, outlook, type Session } from '../rtm-model';
import { placementText } from './placement-text';
import classes from './rtm.module.css';
import { StandingForm } from './standing-form';

interface Props {
  exchangeId: string;
  assets: readonly Asset[];
  standing: readonly StandingBid[];
  placement: MarketEvent | null;
  /** The session the sentences speak of. */
  session: Session | null;
  dayAhead: readonly Award[];
  currency: string;
  onOverride: (assetId: string) => void;
}

/** Each asset's default, what it means for the session ahead, and the way to do something else there. */
export function StandingPanel(props: Props) {
  const { exchangeId, assets, standing, placement, currency } = props;
  const [editing, setEditing] = useState<Asset | null>(null);
  const [ending, setEnding] = useState<StandingBid | null>(null);
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: endStanding,
    onSuccess: () => tell('The standing bid has ended; what it has placed stays', 'blue'),
    onSettled: () => {
      setEnding(null);
      void queries.invalidateQueries({ queryKey: standingQuery(exchangeId).queryKey });
    },
  });
  return (
    <Panel
      title="Defaults rolling forward"
      meta={placement ? placementText(placement) : undefined}
      testId="standing"
    >
      {assets.length === 0 ? (
        <Empty title="No asset in this exchange’s areas">
          A standing bid is always an asset’s. Add one under Assets, in an area of the Indian grid.
        </Empty>
      ) : (
        <ul className={classes.assets}>
          {assets.map((asset) => (
            <AssetRow key={asset.id} asset={asset} {...props} onEdit={setEditing} onEnd={setEnding} />
          ))}
        </ul>
      )}
      {editing && (
        <StandingForm
          exchangeId={exchangeId}
          asset={editing}
          standing={standing.find((s) => s.assetId === editing.id) ?? null}
          placement={placement}
          currency={currency}
          onClose={() => setEditing(null)}
        />
      )}
      <Modal opened={ending !== null} onClose={() => setEnding(null)} title="End this standing bid?">
        <Text size="sm" mb="md">
          Sessions whose gate opens from now on get no bid by it. Bids it has placed already stay.
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => setEnding(null)}>
            Keep it
          </Button>
          <Button
            color="red"
            data-autofocus
            loading={end.isPending}
            onClick={() => ending && end.mutate(ending)}
          >
            End it
          </Button>
        </Group>
      </Modal>
    </Panel>
  );
}

function AssetRow({
  asset,
  standing,
  session,
  dayAhead,
  onOverride,
  onEdit,
  onEnd,
}: Props & { asset: Asset; onEdit: (asset: Asset) => void; onEnd: (standing: StandingBid) => void }) {
  const may = useCan('bids:submit');
  const own = standing.find((s) => s.assetId === asset.id) ?? null;
  return (
    <li>
      <div>
        <b>{asset.name}</b> <span className="dim">{asset.areaCode}</span>{' '}
        {own ? (
          <Badge tone="good">standing: {curveText(own.side, own.points)}</Badge>
        ) : (
          <Badge>no standing bid</Badge>
        )}
        {session && <Meaning asset={asset} session={session} standing={standing} dayAhead={dayAhead} />}
      </div>
      {may && (
        <div className={classes.acts}>
          <Button variant="default" size="compact-xs" onClick={() => onEdit(asset)}>
            {own ? 'Change' : 'Set standing bid'}
            <span className="sr"> of {asset.name}</span>
          </Button>
          {own && (
            <Button variant="subtle" color="red" size="compact-xs" onClick={() => onEnd(own)}>
              End<span className="sr"> the standing bid of {asset.name}</span>
            </Button>
          )}
          {session?.auction.state === 'open' && (
            <Button size="compact-xs" onClick={() => onOverride(asset.id)}>
              Override session {session.auction.session}
              <span className="sr"> for {asset.name}</span>
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** What happens in the session if nobody does anything, in plain words. */
function Meaning({
  asset,
  session,
  standing,
  dayAhead,
}: {
  asset: Asset;
  session: Session;
  standing: readonly StandingBid[];
  dayAhead: readonly Award[];
}) {
  const n = session.auction.session;
  const what = outlook(session, asset, standing);
  if (what.kind === 'bid')
    return (
      <p>
        Session {n}: its bid stands ({what.bid.label || 'entered by hand'},{' '}
        {curveText(what.bid.side, what.bid.blocks[0]?.points ?? [])}).
      </p>
    );
  if (what.kind === 'standing') return <p>Session {n}: the standing bid is placed as the gate opens.</p>;
  const award = dayAheadMwh(dayAhead, asset.id, session.auction);
  return (
    <p>
      Session {n}: <b>no bid, so nothing is bought or sold in it.</b>{' '}
      {award === 0
        ? 'There is no day-ahead award in its blocks either'
        : `The day-ahead award stands (${figure(Math.abs(award), 1)} MWh ${award < 0 ? 'sold' : 'bought'})`}
      ; what is delivered or taken beside that becomes deviation.
    </p>
  );
}

'use client';
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { asProblem } from '@/api/problem';
import type { Auction, Bid, CopiedBid } from '@/api/types';
import { assetsQuery } from '@/features/assets/api';
import { openAuctionsQuery } from '@/features/auctions/api';
import { auctionName, isHeldOutside } from '@/features/auctions/auction-model';
import { useExchanges } from '@/features/exchange/api';
import { Empty, ProblemNote, Waiting } from '@/ui/states';
import { moment, shortDay, zoneName } from '@/ui/time';
import { cloneBid } from '../api';
import { assetsFor, auctionsFor, blocksIn, placeOf } from '../copy-model';
import classes from './copies.module.css';

interface Props {
  bid: Bid;
  auction: Auction;
  /** Opens a draft of the auction at hand. */
  onOpen: (bidId: string) => void;
  onClose: () => void;
}

/** Where the newest version of a bid goes as a draft: any open gate that one of the assets fits. */
export function CloneBid({ bid, auction, onOpen, onClose }: Props) {
  const queries = useQueryClient();
  const { auctions, worldOf, waiting } = useOpenAuctions();
  const assets = useQuery(assetsQuery).data ?? [];
  const [auctionId, setAuction] = useState<string | null>(null);
  const [chosenAsset, setAsset] = useState<string | null>(null);
  const keys = useRef(new IntentKeys());
  const targets = auctionsFor(bid, auctions, assets);
  const target = targets.find((a) => a.id === auctionId);
  const fitting = target ? assetsFor(bid, target, assets) : [];
  const assetId = [chosenAsset, bid.assetId, fitting[0]?.id].find((id) => fitting.some((a) => a.id === id));
  const clone = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: async (to: Auction) => {
      const call = {
        id: bid.id,
        auctionId: to.id,
        ...(assetId && assetId !== bid.assetId ? { assetId } : {}),
      };
      return { to, copy: await cloneBid({ ...call, key: keys.current.keyFor([call, bid.versionNumber]) }) };
    },
    onSuccess: () => {
      keys.current.settled();
      void queries.invalidateQueries({ queryKey: ['bids'] });
    },
  });
  const choose = (change: () => void) => {
    clone.reset();
    change();
  };
  const problem = clone.error ? asProblem(clone.error) : null;
  const at = (...fields: string[]) => problem?.faults.find((f) => fields.includes(f.field))?.message;
  const others =
    problem?.faults.filter((f) => !['/auctionId', '/assetId', '/areaCode'].includes(f.field)) ?? [];
  if (clone.data)
    return (
      <Cloned
        copy={clone.data.copy}
        target={clone.data.to}
        here={clone.data.to.id === auction.id}
        onOpen={onOpen}
        onClose={onClose}
      />
    );
  if (waiting) return <Waiting rows={4} />;
  if (targets.length === 0)
    return (
      <Empty title="No open gate for this bid">
        A bid is taken while a gate is open; none of those that are open now has an area of an asset that can{' '}
        {bid.side}.
      </Empty>
    );
  return (
    <Stack gap="sm">
      <Text size="sm">
        Version {bid.versionNumber} of {bid.assetName}, {bid.side}, becomes a new draft; this bid stays as it
        is. Blocks are matched by the clock on the wall.
      </Text>
      <Select
        label="To auction"
        placeholder="Open gates"
        searchable
        data-autofocus
        data={grouped(targets, worldOf)}
        value={auctionId}
        error={at('/auctionId')}
        onChange={(id) => choose(() => setAuction(id))}
      />
      <Select
        label="Asset"
        disabled={!target}
        data={fitting.map((a) => ({ value: a.id, label: `${a.name}, ${a.areaCode}` }))}
        value={assetId ?? null}
        error={at('/assetId', '/areaCode')}
        onChange={(id) => choose(() => setAsset(id))}
      />
      {others.length > 0 && (
        <div role="alert" data-testid="clone-faults">
          <ul className={classes.faults}>
            {others.map((f) => (
              <li key={`${f.field} ${f.code}`}>
                <b>{placeOf(f.field.split('/').slice(1), target ? blocksIn(bid, auction, target) : null)}</b>{' '}
                {f.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem && problem.faults.length === 0 && <ProblemNote error={problem} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Leave it
        </Button>
        <Button
          disabled={!target || !assetId}
          loading={clone.isPending}
          onClick={() => target && clone.mutate(target)}
        >
          Clone
        </Button>
      </Group>
    </Stack>
  );
}

function Cloned({
  copy,
  target,
  here,
  onOpen,
  onClose,
}: {
  copy: CopiedBid;
  target: Auction;
  here: boolean;
  onOpen: (bidId: string) => void;
  onClose: () => void;
}) {
  const router = useRouter();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const open = () => {
    onClose();
    if (here) onOpen(copy.bid.id);
    else router.push(`/auctions/${target.id}?bid=${copy.bid.id}`);
  };
  return (
    <Stack gap="sm" data-testid="cloned">
      <Text size="sm" role="status">
        A draft of {copy.bid.assetName}, {copy.bid.side}, stands in {auctionName(target)} for{' '}
        {shortDay(target.deliveryDay)}. It is not at the exchange yet.
      </Text>
      {copy.dropped.length > 0 && (
        <>
          <Text size="sm">Left out:</Text>
          <ul className={classes.dropped}>
            {copy.dropped.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Stay here
        </Button>
        <Button ref={first} onClick={open}>
          Open the draft
        </Button>
      </Group>
    </Stack>
  );
}

const REAL = 'Real markets';
const IMPORTED = 'Imported days';

/** Every auction that takes bids now, and the name of the world it is in. */
function useOpenAuctions() {
  const exchanges = useExchanges();
  const worlds = [null, ...(exchanges.data ?? []).map((e) => e.id)];
  const answers = useQueries({ queries: worlds.map((id) => openAuctionsQuery(id)) });
  return {
    auctions: answers.flatMap((a) => a.data ?? []),
    waiting: exchanges.isPending || answers.some((a) => a.isPending),
    worldOf: (a: Auction): string =>
      isHeldOutside(a) ? REAL : (exchanges.data?.find((e) => e.id === a.exchangeId)?.name ?? IMPORTED),
  };
}

function grouped(auctions: readonly Auction[], worldOf: (a: Auction) => string) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const a of auctions) {
    const items = groups.get(worldOf(a)) ?? [];
    items.push({
      value: a.id,
      label: `${auctionName(a)} · ${shortDay(a.deliveryDay, true)} · gate ${moment(a.gateClosesAt, a.timeZone)} ${zoneName(a.timeZone, a.gateClosesAt)}`,
    });
    groups.set(worldOf(a), items);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

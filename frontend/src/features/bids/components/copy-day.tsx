'use client';
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { asProblem } from '@/api/problem';
import type { Auction, Bid, CopiedBid } from '@/api/types';
import { auctionName } from '@/features/auctions/auction-model';
import { figure, plural } from '@/ui/format';
import { Answered, Badge, Empty, ProblemNote } from '@/ui/states';
import { dayPlus, shortDay } from '@/ui/time';
import { copyBids, marketBidsQuery, pastDayQuery } from '../api';
import { peakQuantity } from '../bid-model';
import { bidsFor, blocksIn, daysWithBids, faultsByBid } from '../copy-model';
import classes from './copies.module.css';

/** Bids of a past day of the same market, session and exchange as drafts of this auction. */
export function CopyDay({ auction, onClose }: { auction: Auction; onClose: () => void }) {
  const queries = useQueryClient();
  const recent = useQuery(marketBidsQuery(auction)).data;
  const days = daysWithBids(recent ?? [], auction);
  const before = dayPlus(auction.deliveryDay, -1);
  const [written, setDay] = useState<string | null>(null);
  const day = written ?? days[0] ?? (recent ? before : '');
  const past = useQuery(pastDayQuery(auction, day));
  const bids = bidsFor(auction, past.data?.auctions ?? [], past.data?.bids ?? []);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = bids.filter((b) => b.state !== 'withdrawn' && !left.includes(b.id));
  const keys = useRef(new IntentKeys());
  const copy = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: () => {
      const bidIds = chosen.map((b) => b.id);
      return copyBids({ auctionId: auction.id, bidIds, key: keys.current.keyFor([auction.id, bidIds]) });
    },
    onSuccess: () => {
      keys.current.settled();
      void queries.invalidateQueries({ queryKey: ['bids'] });
    },
  });
  const take = (change: () => void) => {
    copy.reset();
    change();
  };
  const problem = copy.error ? asProblem(copy.error) : null;
  const faults = faultsByBid(problem?.faults ?? [], (index) => {
    const bid = chosen[index];
    const source = past.data?.auctions.find((a) => a.id === bid?.auctionId);
    return bid ? blocksIn(bid, source, auction) : null;
  });
  if (copy.data) return <Copied bids={bids} chosen={chosen} copies={copy.data.items} onClose={onClose} />;
  return (
    <Stack gap="sm">
      <Text size="sm">
        Their newest versions become drafts in {auctionName(auction)} for{' '}
        {shortDay(auction.deliveryDay, true)}, all or none. Blocks are matched by the clock on the wall.
      </Text>
      <TextInput
        type="date"
        label="Delivery day they are of"
        data-autofocus
        max={before}
        value={day}
        error={day > before ? 'Take a day before this auction’s.' : undefined}
        onChange={(e) => {
          const value = e.currentTarget.value;
          take(() => setDay(value));
        }}
        w={180}
      />
      {days.length > 0 && (
        <fieldset
          className={classes.days}
          aria-label="Days with bids"
          style={{ border: 0, margin: 0, padding: 0 }}
        >
          {days.map((d) => (
            <Button
              key={d}
              size="compact-xs"
              variant={d === day ? 'light' : 'default'}
              aria-pressed={d === day}
              onClick={() => take(() => setDay(d))}
            >
              {shortDay(d, true)}
            </Button>
          ))}
        </fieldset>
      )}
      {day !== '' && day <= before && (
        <Answered query={past}>
          {() =>
            bids.length === 0 ? (
              <Empty title="No bids on that day">
                Of {auctionName(auction)} you have none for {shortDay(day, true)}.
              </Empty>
            ) : (
              <ul className={classes.bids} data-testid="past-bids">
                {bids.map((b) => (
                  <PastBid
                    key={b.id}
                    bid={b}
                    chosen={chosen.includes(b)}
                    faults={faults.ofBid.get(chosen.indexOf(b)) ?? []}
                    onChoose={(on) =>
                      take(() => setLeft(on ? left.filter((id) => id !== b.id) : [...left, b.id]))
                    }
                  />
                ))}
              </ul>
            )
          }
        </Answered>
      )}
      {problem && faults.ofBid.size > 0 && (
        <Text size="sm" role="status" c="red">
          Nothing was copied. Leave out the bids with faults, or mend what they name.
        </Text>
      )}
      {problem && (problem.faults.length === 0 || faults.rest.length > 0) && <ProblemNote error={problem} />}
      <Group justify="space-between">
        <Text size="sm">{plural(chosen.length, 'bid')} chosen</Text>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button
            disabled={chosen.length === 0 || day > before}
            loading={copy.isPending}
            onClick={() => copy.mutate()}
          >
            Copy
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

const nameOf = (bid: Bid): string =>
  `${bid.assetName}, ${bid.side}, ${figure(peakQuantity(bid), 1)} MW${bid.label ? `, ${bid.label}` : ''}`;

function PastBid({
  bid,
  chosen,
  faults,
  onChoose,
}: {
  bid: Bid;
  chosen: boolean;
  faults: readonly { where: string; message: string }[];
  onChoose: (chosen: boolean) => void;
}) {
  const withdrawn = bid.state === 'withdrawn';
  return (
    <li>
      <Checkbox
        label={withdrawn ? `${nameOf(bid)} (withdrawn)` : nameOf(bid)}
        py={6}
        disabled={withdrawn}
        checked={chosen}
        onChange={(e) => onChoose(e.currentTarget.checked)}
      />
      {faults.length > 0 && (
        <div role="alert">
          <ul>
            {faults.map((f) => (
              <li key={f.where + f.message}>
                <b>{f.where}</b> {f.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** What became of each bid of the day. */
function Copied({
  bids,
  chosen,
  copies,
  onClose,
}: {
  bids: readonly Bid[];
  chosen: readonly Bid[];
  copies: readonly CopiedBid[];
  onClose: () => void;
}) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const outcome = (bid: Bid) => {
    const made = copies[chosen.findIndex((c) => c.id === bid.id)];
    if (made) return { tone: 'good', text: 'copied', dropped: made.dropped } as const;
    const text = bid.state === 'withdrawn' ? 'left out: withdrawn' : 'left out: not chosen';
    return { tone: 'quiet', text, dropped: [] } as const;
  };
  return (
    <Stack gap="sm" data-testid="copied-bids">
      <Text size="sm" role="status">
        {plural(copies.length, 'draft')} made. Submit them to bring them to the exchange.
      </Text>
      <ul className={classes.bids}>
        {bids.map((b) => {
          const { tone, text, dropped } = outcome(b);
          return (
            <li key={b.id}>
              <span className={classes.out}>
                <Badge tone={tone} dot>
                  {text}
                </Badge>
                {nameOf(b)}
              </span>
              {dropped.length > 0 && (
                <ul>
                  {dropped.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <Group justify="flex-end">
        <Button ref={close} onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}

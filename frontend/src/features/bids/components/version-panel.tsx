'use client';
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bid } from '@/api/types';
import { Dialog } from '@/ui/dialog';
import { Answered, Badge } from '@/ui/states';
import { moment } from '@/ui/time';
import { diffQuery, versionsQuery } from '../api';
import { diffLines } from '../diff-model';
import classes from './bid-panel.module.css';
import { Differences } from './differences';

/** The versions of a bid, which of them is at the exchange, and what two of them do not share. */
export function VersionButton({ bid, timeZone }: { bid: Bid; timeZone: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="compact-xs" onClick={() => setOpen(true)}>
        Versions
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title="Versions of this bid" size="xl">
        <Versions bid={bid} timeZone={timeZone} />
      </Dialog>
    </>
  );
}

function Versions({ bid, timeZone }: { bid: Bid; timeZone: string }) {
  const [from, setFrom] = useState(Math.max(1, bid.versionNumber - 1));
  const [to, setTo] = useState(bid.versionNumber);
  const versions = useQuery(versionsQuery(bid.id, bid.versionNumber));
  const diff = useQuery(diffQuery(bid.id, from, to));
  const choices = Array.from({ length: bid.versionNumber }, (_, i) => `${i + 1}`);
  return (
    <div data-testid="versions">
      <Answered query={versions}>
        {(items) => (
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">Version</th>
                <th scope="col">Written</th>
                <th scope="col" className="n">
                  Blocks
                </th>
                <th scope="col" className="n">
                  Block orders
                </th>
                <th scope="col">Stands</th>
              </tr>
            </thead>
            <tbody>
              {items.map((v) => (
                <tr key={v.versionNumber}>
                  <th scope="row">v{v.versionNumber}</th>
                  <td>{moment(v.createdAt, timeZone)}</td>
                  <td className="n">{v.blocks.length}</td>
                  <td className="n">{v.blockOrders.length}</td>
                  <td>
                    {v.versionNumber === bid.atVenue?.versionNumber && (
                      <Badge tone={bid.atVenue.state === 'acknowledged' ? 'good' : 'busy'} dot>
                        at the exchange
                      </Badge>
                    )}
                    {v.versionNumber === bid.versionNumber && ' newest'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answered>
      <div className={classes.compare}>
        <Select
          label="From"
          data={choices}
          value={`${from}`}
          onChange={(v) => v && setFrom(Number(v))}
          allowDeselect={false}
          w={90}
        />
        <Select
          label="To"
          data={choices}
          value={`${to}`}
          onChange={(v) => v && setTo(Number(v))}
          allowDeselect={false}
          w={90}
        />
      </div>
      <Answered query={diff}>{(d) => <Differences lines={diffLines(d)} />}</Answered>
    </div>
  );
}

'use client';
import { Button, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { download, sendFile } from '@/api/client';
import { IntentKeys } from '@/api/preconditions';
import { ApiProblem } from '@/api/problem';
import type { Auction, Bid, Fault } from '@/api/types';
import { Dialog } from '@/ui/dialog';
import { plural } from '@/ui/format';
import { saveFile } from '@/ui/save-file';
import { tell, tellProblem } from '@/ui/tell';
import { applyTemplate, templatesQuery } from '../api';
import { BulkEdit } from './bulk-edit';
import { KeepTemplate } from './keep-template';

type Choice = 'bulk' | 'template' | 'faults' | null;

/** What is done with bids as a whole: templates, files, many at once. */
export function BidMenu({
  auction,
  bid,
  mayWrite,
  onBid,
  onClone,
}: {
  auction: Auction;
  bid: Bid | null;
  mayWrite: boolean;
  onBid: (id: string | null) => void;
  /** Where the bid's own button for it has no room; undefined where it has. */
  onClone: (() => void) | undefined;
}) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<Choice>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const file = useRef<HTMLInputElement>(null);
  const keys = useRef(new IntentKeys());
  const templates = useQuery(templatesQuery(opened)).data ?? [];
  const refresh = () => queries.invalidateQueries({ queryKey: ['bids'] });

  const apply = useMutation({
    mutationFn: (id: string) => applyTemplate({ id, auctionId: auction.id, key: keys.current.keyFor(id) }),
    onSuccess: (made) => {
      keys.current.settled();
      void refresh();
      onBid(made.bid.id);
      tell(made.dropped.length > 0 ? made.dropped.join(' ') : 'Draft made of the template', 'blue');
    },
    onError: tellProblem,
  });
  const read = useMutation({
    mutationFn: (chosen: File) =>
      sendFile<{ items: Bid[] }>(`/api/v1/auctions/${auction.id}/bids/import`, chosen, crypto.randomUUID()),
    onSuccess: ({ items }) => {
      void refresh();
      tell(`${plural(items.length, 'bid')} read from the file`);
    },
    onError: (e) => {
      if (e instanceof ApiProblem && e.faults.length > 0) {
        setFaults(e.faults);
        setDialog('faults');
      } else tellProblem(e);
    },
  });
  const take = async (format: 'csv' | 'xlsx') => {
    try {
      const got = await download(`/api/v1/auctions/${auction.id}/bids/export?format=${format}`);
      saveFile(got, `bids.${format}`);
    } catch (e) {
      tellProblem(e);
    }
  };

  return (
    <>
      <Menu position="bottom-end" width={230} opened={opened} onChange={setOpened}>
        <Menu.Target>
          <Button variant="default" size="compact-xs" loading={apply.isPending || read.isPending}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {onClone && (
            <>
              <Menu.Label>This bid</Menu.Label>
              <Menu.Item onClick={onClone}>Clone to…</Menu.Item>
            </>
          )}
          <Menu.Label>Templates</Menu.Label>
          <Menu.Item disabled={!mayWrite || bid === null} onClick={() => setDialog('template')}>
            Keep this bid as a template…
          </Menu.Item>
          {templates.map((t) => (
            <Menu.Item key={t.id} disabled={!mayWrite} onClick={() => apply.mutate(t.id)}>
              Apply {t.name}
            </Menu.Item>
          ))}
          <Menu.Label>All bids of this auction</Menu.Label>
          <Menu.Item disabled={!mayWrite} onClick={() => setDialog('bulk')}>
            Move prices and quantities…
          </Menu.Item>
          <Menu.Item onClick={() => void take('csv')}>Export as CSV</Menu.Item>
          <Menu.Item onClick={() => void take('xlsx')}>Export as XLSX</Menu.Item>
          <Menu.Item disabled={!mayWrite} onClick={() => file.current?.click()}>
            Import CSV or XLSX…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={file}
        type="file"
        accept=".csv,.xlsx"
        aria-label="File of bids"
        data-testid="bid-file"
        hidden
        onChange={(e) => {
          const chosen = e.currentTarget.files?.[0];
          e.currentTarget.value = '';
          if (chosen) read.mutate(chosen);
        }}
      />
      <Dialog opened={dialog === 'template'} onClose={() => setDialog(null)} title="Keep as a template">
        {bid && <KeepTemplate bid={bid} onDone={() => setDialog(null)} />}
      </Dialog>
      <Dialog opened={dialog === 'bulk'} onClose={() => setDialog(null)} title="Move prices and quantities">
        <BulkEdit auction={auction} onDone={() => setDialog(null)} />
      </Dialog>
      <Dialog
        opened={dialog === 'faults'}
        onClose={() => setDialog(null)}
        title="Nothing was taken"
        size="lg"
      >
        <ol data-testid="file-faults">
          {faults.map((f) => (
            <li key={`${f.field} ${f.code}`}>
              <b>{f.field}</b> {f.message}
            </li>
          ))}
        </ol>
      </Dialog>
    </>
  );
}

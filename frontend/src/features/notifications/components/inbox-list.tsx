'use client';
import { Button } from '@mantine/core';
import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import type { Notification } from '@/api/types';
import { Answered, Badge, Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { markRead } from '../api';
import classes from './notifications.module.css';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Notifications, newest first, unread ones in bold. */
export function InboxList({ inbox, most }: { inbox: UseQueryResult<Notification[]>; most?: number }) {
  return (
    <Answered query={inbox} rows={4}>
      {(all) =>
        all.length === 0 ? (
          <Empty title="Nothing here">Rules say what you want to hear of.</Empty>
        ) : (
          <ul className={classes.inbox} data-testid="inbox">
            {all.slice(0, most).map((notification) => (
              <Row key={notification.id} notification={notification} />
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function Row({ notification: n }: { notification: Notification }) {
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: () => markRead(n.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
  return (
    <li className={n.readAt ? classes.read : undefined}>
      <span>
        <strong>{n.title}</strong> {n.critical && <Badge tone="bad">Critical</Badge>}
      </span>
      <span className="dim">{moment(n.at, HERE)}</span>
      <p>{n.text}</p>
      <span>
        {n.auctionId && <Link href={`/auctions/${n.auctionId}`}>Auction</Link>}{' '}
        {n.assetId && <Link href={`/assets/${n.assetId}`}>Asset</Link>}
      </span>
      {!n.readAt && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`Mark as read: ${n.title}`}
          onClick={() => read.mutate()}
        >
          Read
        </Button>
      )}
    </li>
  );
}

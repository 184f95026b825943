'use client';
import { ActionIcon, Button, Popover } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { useChannel } from '@/features/live/use-live';
import { useMe } from '@/features/session/session-context';
import { Icon } from '@/ui/icons';
import { inboxQuery, markAllRead, unreadQuery } from '../api';
import { InboxList } from './inbox-list';
import classes from './notifications.module.css';

const MOST_SHOWN = 99;

/** The unread count in the header, and the newest of the inbox under it. */
export function NotificationBell() {
  const client = useQueryClient();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const unread = useQuery(unreadQuery).data ?? 0;
  const again = () => client.invalidateQueries({ queryKey: ['notifications'] });
  // The popover hears Escape only while it has the focus, and a button that becomes disabled loses it.
  useHotkeys([['Escape', () => setOpen(false)]]);
  useChannel(`notifications.${me.user.id}`, () => void again());
  const readAll = useMutation({ mutationFn: markAllRead, onSuccess: again });
  return (
    <Popover position="bottom-end" width={360} opened={open} onChange={setOpen} withinPortal={false}>
      <span className={classes.bell}>
        <Popover.Target>
          <ActionIcon
            aria-label={`Notifications, ${unread} unread`}
            data-testid="bell"
            onClick={() => setOpen(!open)}
          >
            <Icon name="bell" />
          </ActionIcon>
        </Popover.Target>
        {unread > 0 && (
          <span className={classes.count} aria-hidden data-testid="unread">
            {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
          </span>
        )}
      </span>
      <Popover.Dropdown p={0}>
        {open && <Newest />}
        <div className={classes.foot}>
          <Button
            variant="default"
            disabled={unread === 0}
            loading={readAll.isPending}
            onClick={() => readAll.mutate()}
          >
            Mark all as read
          </Button>
          <span className="spacer" />
          <Link href="/notifications" onClick={() => setOpen(false)}>
            Rules and deliveries
          </Link>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Newest() {
  const inbox = useQuery(inboxQuery);
  return <InboxList inbox={inbox} most={8} />;
}

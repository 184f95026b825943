'use client';
import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { NextGateChips } from '@/features/gates/components/next-gate-chips';
import type { LinkState } from '@/features/live/live-socket';
import { useLinkState } from '@/features/live/use-live';
import { NotificationBell } from '@/features/notifications/components/notification-bell';
import { signOut } from '@/features/session/api';
import { useMe, useSession } from '@/features/session/session-context';
import { StopControl } from '@/features/stops/components/stop-control';
import { Icon } from '@/ui/icons';
import classes from './shell.module.css';

const LINK_TEXT: Record<LinkState, string> = {
  live: 'Live',
  connecting: 'Connecting',
  offline: 'Reconnecting',
};

export function TopBar() {
  const me = useMe();
  const link = useLinkState();
  const { access } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('dark', { getInitialValueInEffect: true });
  const leave = useMutation({ mutationFn: signOut, onSettled: () => access.clear() });
  const other = scheme === 'dark' ? 'light' : 'dark';
  const initials = me.user.displayName
    .split(/\s+/)
    .map((w) => w[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();

  return (
    <header className={classes.bar}>
      <span className={classes.product}>OptiBid</span>
      <span className={classes.house}>{me.organization.name}</span>
      <span className="spacer" />
      {me.permissions.includes('bids:read') && <NextGateChips />}
      {me.permissions.includes('trading:stop') && <StopControl />}
      <Tooltip label="Live prices, auctions and bids come over one socket">
        <span className={classes.link} data-state={link} role="status">
          <i aria-hidden />
          {LINK_TEXT[link]}
        </span>
      </Tooltip>
      <NotificationBell />
      <ActionIcon aria-label={`Use ${other} theme`} onClick={() => setColorScheme(other)} data-testid="theme">
        <Icon name="theme" />
      </ActionIcon>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <button type="button" className={classes.user}>
            <b aria-hidden data-initials={initials} />
            <span>
              <span className="sr">Account of </span>
              {me.user.displayName} <small>{me.role}</small>
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {me.user.email}
            <br />
            {me.organization.name} · {me.role}
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item onClick={() => leave.mutate()}>Sign out</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

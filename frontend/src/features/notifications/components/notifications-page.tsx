'use client';
import { useQuery } from '@tanstack/react-query';
import { WarningPanel } from '@/features/gates/components/warning-panel';
import { Page, Panel } from '@/ui/panel';
import { inboxQuery } from '../api';
import { DeliveryPanel } from './delivery-panel';
import { InboxList } from './inbox-list';
import { RulePanel } from './rule-panel';
import { SettingsPanel } from './settings-panel';

/** What one wants to hear of, what one was told, and how it came. */
export function NotificationsPage() {
  const inbox = useQuery(inboxQuery);
  return (
    <Page
      title="Notifications"
      hint="Rules are your own; nobody else of the house sees them or what they told you."
    >
      <RulePanel />
      <Panel title="Inbox">
        <InboxList inbox={inbox} />
      </Panel>
      <SettingsPanel />
      <WarningPanel />
      <DeliveryPanel />
    </Page>
  );
}

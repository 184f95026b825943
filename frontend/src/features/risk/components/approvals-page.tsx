'use client';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bid } from '@/api/types';
import { Page, Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { calendarDay } from '@/ui/time';
import { pendingQuery } from '../api';
import { ApprovalCard } from './approval-card';

/** Bids that wait for somebody to look, the oldest request first. */
export function ApprovalsPage() {
  const pending = useQuery(pendingQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page title="Approvals" hint="What waits for a second pair of eyes, with what it would change.">
      <Answered query={pending}>
        {(bids) => {
          const queue = [...bids].sort((a, b) => a.updatedAt.localeCompare(b.updatedAt));
          const bid = queue.find((b) => b.id === chosen) ?? queue[0];
          return bid ? (
            <>
              <Panel title="Queue" bare testId="approval-queue" meta={`${queue.length}`}>
                <div style={{ padding: '8px 12px' }}>
                  <Select
                    label="Bid"
                    data={queue.map((b) => ({ value: b.id, label: lineOf(b) }))}
                    value={bid.id}
                    onChange={setChosen}
                    allowDeselect={false}
                    maw={520}
                  />
                </div>
              </Panel>
              <ApprovalCard key={`${bid.id} ${bid.version}`} bid={bid} />
            </>
          ) : (
            <Panel title="Queue">
              <Empty title="Nothing waits">Bids come here when somebody asks for approval.</Empty>
            </Panel>
          );
        }}
      </Answered>
    </Page>
  );
}

const lineOf = (bid: Bid): string =>
  `${bid.assetName}, ${bid.side} in ${bid.areaCode}, ${bid.marketCode} ${calendarDay(bid.deliveryDay)}, v${bid.versionNumber}`;

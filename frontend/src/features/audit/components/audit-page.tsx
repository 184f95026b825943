'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { More } from '@/ui/more';
import { Page, Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { auditQuery } from '../api';
import type { AuditFilter } from '../audit-model';
import { AuditRow } from './audit-row';
import { AuditSearch } from './audit-search';
import { ChainBadge } from './chain-badge';

/** Who did what, from where, with what was there before and after. */
export function AuditPage() {
  const [filter, setFilter] = useState<AuditFilter>({});
  const found = useInfiniteQuery(auditQuery(filter));
  return (
    <Page
      title="Audit"
      hint="Every change of the house, sealed in a chain of hashes soon after it was made."
      actions={<ChainBadge />}
    >
      <Panel title="Search" bare>
        <AuditSearch filter={filter} onSearch={setFilter} />
      </Panel>
      <Panel title="Entries" testId="audit-entries">
        <Answered query={found} rows={12}>
          {({ pages }) => {
            const entries = pages.flatMap((page) => page.items);
            if (entries.length === 0) return <Empty title="Nothing found">Look for less.</Empty>;
            return (
              <>
                <table className="dense roomy">
                  <thead>
                    <tr>
                      <th scope="col" className="n">
                        Seal
                      </th>
                      <th scope="col">When</th>
                      <th scope="col">Action</th>
                      <th scope="col">What</th>
                      <th scope="col">Who</th>
                      <th scope="col">From where</th>
                    </tr>
                  </thead>
                  <tbody>
                    {entries.map((entry) => (
                      <AuditRow key={entry.id} entry={entry} />
                    ))}
                  </tbody>
                </table>
                <More of={found} label="Older entries" />
              </>
            );
          }}
        </Answered>
      </Panel>
    </Page>
  );
}

'use client';
import { type KeyboardEvent, useId, useState } from 'react';
import { useCan } from '@/features/session/session-context';
import panel from '@/ui/ui.module.css';
import type { ExportTable } from '../export-model';
import { AwardTable } from './award-table';
import { BlockOrderTable } from './block-order-table';
import type { DockProps } from './dock-props';
import { ExportMenu } from './export-menu';
import { FlowTable } from './flow-table';
import classes from './results.module.css';
import { RunTable } from './run-table';
import { ZoneTable } from './zone-table';

const TABS = ['Zones', 'Awards', 'Blocks', 'Flows', 'Runs'] as const;
type Tab = (typeof TABS)[number];
const TABLE_OF: Partial<Record<Tab, ExportTable>> = { Zones: 'prices', Awards: 'awards', Flows: 'flows' };

export function ResultDock(props: DockProps) {
  const [chosen, setTab] = useState<Tab>('Zones');
  const mayReadAwards = useCan('awards:read');
  // only where block orders were decided is there something to say about them
  const tabs = TABS.filter((t) => t !== 'Blocks' || props.shown?.search);
  const tab = tabs.includes(chosen) ? chosen : 'Zones';
  const table = tab === 'Awards' && !mayReadAwards ? undefined : TABLE_OF[tab];
  const id = useId();
  const keys = (e: KeyboardEvent<HTMLDivElement>) => {
    const step = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    if (!step) return;
    e.preventDefault();
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length] ?? tab;
    setTab(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <section className={panel.panel} aria-label="Results">
      <div className={classes.tabBar}>
        <div className={classes.tabs} role="tablist" aria-label="Results" onKeyDown={keys}>
          {tabs.map((t) => (
            <button
              key={t}
              id={`${id}-${t}`}
              type="button"
              role="tab"
              aria-selected={t === tab}
              aria-controls={`${id}-panel`}
              tabIndex={t === tab ? 0 : -1}
              onClick={() => setTab(t)}
            >
              {t === 'Awards' ? 'Awards & money' : t === 'Zones' && props.auction.exchangeId ? 'Areas' : t}
            </button>
          ))}
        </div>
        {props.shown && table && <ExportMenu runId={props.shown.id} table={table} />}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${tab}`}
        className={classes.panelBody}
        tabIndex={0}
      >
        {tab === 'Zones' && <ZoneTable {...props} />}
        {tab === 'Awards' && <AwardTable {...props} />}
        {tab === 'Blocks' && props.shown && <BlockOrderTable {...props} shown={props.shown} />}
        {tab === 'Flows' && <FlowTable {...props} />}
        {tab === 'Runs' && <RunTable {...props} />}
      </div>
    </section>
  );
}

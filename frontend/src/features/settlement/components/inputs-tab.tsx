'use client';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { SeenExchange } from '@/features/exchange/api';
import { useCan } from '@/features/session/session-context';
import { Panel } from '@/ui/panel';
import { REALITY, sendGrid, sendSchedules, storedGridQuery, storedSchedulesQuery } from '../inputs-api';
import { GRID_COLUMNS, SCHEDULE_COLUMNS } from '../inputs-model';
import { InputUpload } from './input-upload';
import classes from './settlement.module.css';
import { StoredGrid, StoredSchedules } from './stored-inputs';
import { TermsPanel } from './terms-panel';

/** What statements are calculated from beside awards and meters: what is stored, and how it gets there. */
export function InputsTab({ exchange }: { exchange: SeenExchange }) {
  const [world, setWorld] = useState(exchange.id);
  const mayWrite = useCan('settlement:write');
  const seesAssets = useCan('assets:read');
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        <SegmentedControl
          aria-label="Whose days"
          value={world}
          onChange={setWorld}
          data={[
            { value: exchange.id, label: exchange.name },
            { value: REALITY, label: 'Real meters and markets' },
          ]}
        />
        <span className="dim">Schedules and grid data of one never count for the other.</span>
      </div>
      <Panel title="Implemented schedules" bare testId="schedule-inputs">
        <div className={`${classes.tab} ${classes.stack}`}>
          {mayWrite && (
            <InputUpload
              key={world}
              label="Upload schedules"
              columns={SCHEDULE_COLUMNS}
              world={world}
              named
              send={sendSchedules}
              stale={storedSchedulesQuery(world).queryKey}
            />
          )}
          <StoredSchedules world={world} />
        </div>
      </Panel>
      <Panel title="Grid data" bare testId="grid-inputs">
        <div className={`${classes.tab} ${classes.stack}`}>
          {mayWrite && (
            <InputUpload
              key={world}
              label="Upload grid data"
              columns={GRID_COLUMNS}
              world={world}
              named={false}
              send={sendGrid}
              stale={storedGridQuery(world).queryKey}
            />
          )}
          <StoredGrid world={world} />
        </div>
      </Panel>
      {seesAssets && (
        <Panel title="Terms of assets" bare testId="terms">
          <div className={classes.tab}>
            <TermsPanel />
          </div>
        </Panel>
      )}
    </div>
  );
}

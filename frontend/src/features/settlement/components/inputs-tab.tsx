'use client';
import type { SeenExchange } from '@/features/exchange/api';
import { useCan } from '@/features/session/session-context';
import { Panel } from '@/ui/panel';
import {
  sendGrid,
  sendReadings,
  sendSchedules,
  storedGridQuery,
  storedReadingsQuery,
  storedSchedulesQuery,
} from '../inputs-api';
import { GRID_COLUMNS, METER_COLUMNS, readingsText, SCHEDULE_COLUMNS, takenText } from '../inputs-model';
import { REALITY, type World } from '../world';
import { InputUpload } from './input-upload';
import classes from './settlement.module.css';
import { StoredGrid, StoredReadings, StoredSchedules } from './stored-inputs';
import { TermsPanel } from './terms-panel';
import { WorldChoice } from './world-choice';

/** What statements are calculated from beside awards and meters: what is stored, and how it gets there. */
export function InputsTab({
  exchange,
  world,
  onWorld,
}: {
  exchange: SeenExchange;
  world: World;
  onWorld: (world: World) => void;
}) {
  const mayWrite = useCan('settlement:write');
  const readsMeters = useCan('meters:read');
  const writesMeters = useCan('meters:write');
  const seesAssets = useCan('assets:read');
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        <WorldChoice exchange={exchange} world={world} onChange={onWorld} />
        <span className="dim">Schedules, readings and grid data of one never count for the other.</span>
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
              told={takenText}
              stale={storedSchedulesQuery(world).queryKey}
            />
          )}
          <StoredSchedules world={world} />
        </div>
      </Panel>
      {readsMeters && (
        <Panel title="Meter readings" bare testId="meter-inputs">
          <div className={`${classes.tab} ${classes.stack}`}>
            {writesMeters && world === REALITY && (
              <InputUpload
                label="Upload meter readings"
                columns={METER_COLUMNS}
                extent="Any blocks that have ended"
                world={world}
                named={false}
                send={sendReadings}
                told={readingsText}
                stale={storedReadingsQuery(world).queryKey}
              />
            )}
            <StoredReadings world={world} />
          </div>
        </Panel>
      )}
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
              told={takenText}
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

'use client';
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Asset, AssetDeviation, Exchange } from '@/api/types';
import { KeyFigure, KeyFigures } from '@/ui/figures';
import { figure, signed } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { deviationQuery, meteringExchangesQuery } from '../api';
import { firstShownDay, startOf, worstBlock } from '../deviation-model';
import classes from './assets.module.css';

const DeviationPlot = dynamic(() => import('./deviation-plot').then((m) => m.DeviationPlot), { ssr: false });

const nameOf = (e: Exchange): string => (e.scope === 'shared' ? e.name : `${e.name}, from ${e.firstDay}`);

/** A day of the asset on an exchange: what was sold, what the meter says. */
export function DeviationPanel({ asset }: { asset: Asset }) {
  const exchanges = useQuery(meteringExchangesQuery);
  return (
    <Panel title="Schedule and meter" meta="MWh a block, injection positive" bare testId="deviation-panel">
      <Answered query={exchanges}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="No exchange to look at">
              Meters are read when a day of a simulated exchange has ended.
            </Empty>
          ) : (
            <Chosen asset={asset} exchanges={items} />
          )
        }
      </Answered>
    </Panel>
  );
}

function Chosen({ asset, exchanges }: { asset: Asset; exchanges: Exchange[] }) {
  const [exchangeId, setExchangeId] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const exchange = exchanges.find((e) => e.id === exchangeId) ?? exchanges[0];
  const shownDay = day ?? (exchange ? firstShownDay(exchange) : '');
  const deviation = useQuery(deviationQuery(asset.id, exchange?.id ?? '', shownDay));
  return (
    <>
      <div className={classes.choose}>
        <Select
          label="Exchange"
          data={exchanges.map((e) => ({ value: e.id, label: nameOf(e) }))}
          value={exchange?.id ?? null}
          onChange={(v) => {
            setExchangeId(v);
            setDay(null);
          }}
          w={260}
        />
        <TextInput
          label="Delivery day"
          type="date"
          value={shownDay}
          onChange={(e) => setDay(e.currentTarget.value || null)}
          w={160}
        />
      </div>
      <Answered query={deviation} rows={8}>
        {(d) => <Day key={d.exchangeId + d.day} deviation={d} />}
      </Answered>
    </>
  );
}

function Day({ deviation }: { deviation: AssetDeviation }) {
  const { totals, blocks } = deviation;
  const [selected, setSelected] = useState(() => worstBlock(blocks));
  const block = blocks[selected - 1];
  if (totals.meteredBlocks === 0 && totals.scheduledInjectionMwh === 0)
    return (
      <Empty title="Nothing was sold and nothing metered on that day">
        A day’s meters are read a quarter of an hour after it has ended.
      </Empty>
    );
  if (!block) return null;
  const of = deviation.basis === 'schedule' ? 'of the schedule' : 'of available capacity';
  const percent = block.deviationPercent === undefined ? '' : `, ${signed(block.deviationPercent)} % ${of}`;
  return (
    <>
      <KeyFigures label="Totals of the day">
        <KeyFigure name="Scheduled" value={figure(totals.scheduledInjectionMwh, 1)} note="MWh" />
        <KeyFigure
          name="Metered"
          value={totals.meteredBlocks ? figure(totals.meteredInjectionMwh, 1) : 'not yet'}
          note={totals.meteredBlocks ? 'MWh' : undefined}
          testId="metered-total"
        />
        <KeyFigure
          name="Deviation"
          value={totals.meteredBlocks ? signed(totals.deviationMwh, 1) : '–'}
          note="MWh net"
        />
        <KeyFigure
          name="Absolute"
          value={totals.meteredBlocks ? figure(totals.absoluteDeviationMwh, 1) : '–'}
          note="MWh, every block positive"
        />
      </KeyFigures>
      <div className={classes.legend}>
        <span>
          Block {block.block}, <b>{startOf(block)}</b>
        </span>
        <span>
          <i aria-hidden style={{ background: 'var(--ob-dim)' }} />
          Schedule <b>{figure(block.scheduledInjectionMwh, 3)}</b>
        </span>
        <span>
          <i aria-hidden style={{ background: 'var(--ob-accent)' }} />
          Meter <b>{figure(block.meteredInjectionMwh, 3)}</b>
        </span>
        <span>
          <i aria-hidden data-bar style={{ background: 'var(--ob-amber)' }} />
          Deviation <b>{signed(block.deviationMwh, 3)}</b>
          {percent}
        </span>
      </div>
      <DeviationPlot
        blocks={blocks}
        selected={selected}
        summary={`Block ${block.block}, ${startOf(block)}: scheduled ${figure(block.scheduledInjectionMwh, 3)}, metered ${figure(block.meteredInjectionMwh, 3)} MWh${percent}`}
        onSelect={setSelected}
      />
    </>
  );
}

'use client';
import { Button, Select, Tabs } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '@/api/client';
import type { SettledLine, Statement, StatementDay } from '@/api/types';
import { useMe } from '@/features/session/session-context';
import { money, plural } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { saveFile } from '@/ui/save-file';
import { Answered, Badge, Empty, ProblemNote } from '@/ui/states';
import { tell, tellProblem } from '@/ui/tell';
import { daysQuery, finish } from '../api';
import { barsOf, labelOf, spanOf, toneOf, words } from '../statement-model';
import { energyIn, energyUnit, shown } from '../units';
import { useUnits } from '../use-units';
import { DayChart } from './day-chart';
import { DeviationTable } from './deviation-table';
import { DisputePanel } from './dispute-panel';
import { LineTable } from './line-table';
import { OriginDrawer } from './origin-drawer';
import classes from './settlement.module.css';
import { ShadowPanel } from './shadow-panel';

const DEFAULT_CURRENCY = 'INR';

/** A statement: its sums, its days, and every line of one asset’s day. */
export function StatementView({ statement }: { statement: Statement }) {
  const days = useQuery(daysQuery(statement.id));
  const currency = statement.currency ?? DEFAULT_CURRENCY;
  if (statement.assets.length === 0)
    return (
      <Panel title={spanOf(statement)}>
        <Empty title="Nothing was traded, scheduled or metered in these days" />
      </Panel>
    );
  return (
    <>
      <Sums statement={statement} currency={currency} />
      <Answered query={days} rows={8}>
        {(items) => <Days key={statement.id} statement={statement} currency={currency} days={items} />}
      </Answered>
    </>
  );
}

function Sums({ statement, currency }: { statement: Statement; currency: string }) {
  const client = useQueryClient();
  const { permissions } = useMe();
  const end = useMutation({
    meta: { problemShownInPlace: true },
    mutationFn: finish,
    onSuccess: () => tell('The statement is final.'),
    onSettled: () => client.invalidateQueries({ queryKey: ['statements'] }),
  });
  const take = async (format: 'xlsx' | 'pdf') => {
    try {
      const file = await download(`/api/v1/statements/${statement.id}/export?format=${format}`);
      saveFile(file, `statement.${format}`);
    } catch (e) {
      tellProblem(e);
    }
  };
  return (
    <Panel
      title={spanOf(statement)}
      meta={
        <>
          revision {statement.revision} <Badge tone={toneOf(statement)}>{labelOf(statement)}</Badge>{' '}
          {statement.simulatedGrid && <Badge tone="busy">simulated frequency and normal rate</Badge>}
        </>
      }
      actions={
        <>
          {statement.status === 'provisional' && permissions.includes('settlement:write') && (
            <Button
              variant="default"
              size="compact-xs"
              loading={end.isPending}
              onClick={() => end.mutate(statement)}
            >
              Make final
            </Button>
          )}
          <Button variant="default" size="compact-xs" onClick={() => void take('xlsx')}>
            Excel
          </Button>
          <Button variant="default" size="compact-xs" onClick={() => void take('pdf')}>
            PDF
          </Button>
        </>
      }
      bare
      testId="statement"
    >
      <dl className={classes.sums} aria-label="Sums of the statement">
        <div>
          <dt>Total</dt>
          <dd data-testid="statement-total">{money(statement.total, currency)}</dd>
        </div>
        {statement.totals
          .filter((t) => t.amount !== 0)
          .map((t) => (
            <div key={t.kind}>
              <dt>{words(t.kind)}</dt>
              <dd>{money(t.amount, currency)}</dd>
            </div>
          ))}
      </dl>
      {statement.missing.map((m) => (
        <p key={m.input} className={classes.note} role="status">
          {m.input === 'final_award'
            ? `${plural(m.blocks, 'block')} without a final result of the exchange: the statement stays provisional.`
            : `${plural(m.blocks, 'block')} without ${words(m.input)}: their deviation is not in the sums, and the statement stays provisional.`}
        </p>
      ))}
      {end.error && <ProblemNote error={end.error} />}
    </Panel>
  );
}

function Days({
  statement,
  currency,
  days,
}: {
  statement: Statement;
  currency: string;
  days: StatementDay[];
}) {
  const units = useUnits();
  const [assetId, setAssetId] = useState(statement.assets[0]?.assetId ?? '');
  const bars = barsOf(days, assetId);
  const [chosen, setDay] = useState('');
  const day = bars.some((b) => b.day === chosen) ? chosen : (bars[0]?.day ?? '');
  const [line, setLine] = useState<SettledLine | null>(null);
  const sums = days.find((d) => d.assetId === assetId && d.day === day);
  const place = { statementId: statement.id, assetId, day, currency };
  return (
    <>
      <Panel
        title="Days"
        meta={
          sums
            ? `${day}: ${shown(energyIn(units, Math.abs(sums.energyMwh)))} ${energyUnit(units)} ${sums.energyMwh < 0 ? 'sold' : 'bought'}, deviation ${shown(energyIn(units, sums.deviationMwh))} ${energyUnit(units)}, total ${money(sums.total, currency)}`
            : undefined
        }
        actions={
          <Select
            aria-label="Asset"
            data={statement.assets.map((a) => ({ value: a.assetId, label: a.assetName }))}
            value={assetId}
            onChange={(id) => id && setAssetId(id)}
            w={220}
          />
        }
        bare
      >
        <DayChart bars={bars} currency={currency} day={day} onDay={setDay} />
      </Panel>
      <Panel title="In detail" meta={day} bare className={classes.detail}>
        <Tabs defaultValue="lines" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="lines">Lines</Tabs.Tab>
            <Tabs.Tab value="deviations">Deviations</Tabs.Tab>
            <Tabs.Tab value="shadow">Shadow settlement</Tabs.Tab>
            <Tabs.Tab value="disputes">Disputes</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="lines" className={classes.tab}>
            <LineTable key={assetId + day} {...place} onOrigin={setLine} />
          </Tabs.Panel>
          <Tabs.Panel value="deviations" className={classes.tab}>
            <DeviationTable {...place} />
          </Tabs.Panel>
          <Tabs.Panel value="shadow" className={classes.tab}>
            <ShadowPanel statement={statement} currency={currency} />
          </Tabs.Panel>
          <Tabs.Panel value="disputes" className={classes.tab}>
            <DisputePanel statementId={statement.id} currency={currency} />
          </Tabs.Panel>
        </Tabs>
      </Panel>
      <OriginDrawer
        statementId={statement.id}
        currency={currency}
        line={line}
        onClose={() => setLine(null)}
      />
    </>
  );
}

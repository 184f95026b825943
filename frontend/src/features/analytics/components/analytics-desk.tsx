'use client';
import { Button, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PriceCoverage } from '@/api/types';
import { coverageQuery } from '@/features/prices/api';
import { firstChoice, keyOf, lastDays, originOf, PERIODS, type Span } from '@/features/prices/price-model';
import { Page, Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { AGAINST, type AnomalyRule, comparable, edgesBetween, extremes, legible } from '../analytics-model';
import { anomaliesQuery, correlationQuery, distributionQuery, ohlcQuery } from '../api';
import classes from './analytics.module.css';
import { AnomalyTable, SHOWN } from './anomaly-table';
import { BandPlot } from './band-plot';
import { CorrelationPlot } from './correlation-plot';
import { DayStrip } from './day-strip';
import { Histogram } from './histogram';

const WINDOW_DAYS = 30;

export function AnalyticsDesk() {
  const covered = useQuery(coverageQuery);
  return (
    <Page
      title="Analytics"
      hint="Bands, distribution and anomalies of an area’s prices, and how two areas move together."
    >
      <Answered query={covered}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="No prices yet">
              Import an exchange’s published prices, or let the simulated exchange clear a day.
            </Empty>
          ) : (
            <Analysis covered={items} />
          )
        }
      </Answered>
    </Page>
  );
}

const choicesOf = (covered: readonly PriceCoverage[]) =>
  covered.map((c) => ({ value: keyOf(c), label: `${c.marketName}, ${c.areaName} (${originOf(c)})` }));

function Analysis({ covered }: { covered: PriceCoverage[] }) {
  const [first, second] = firstChoice(covered);
  const [chosen, setChosen] = useState(first ?? null);
  const [against, setAgainst] = useState<string | null>(second ?? null);
  const [days, setDays] = useState(31);
  const of = covered.find((c) => keyOf(c) === chosen) ?? covered[0];
  if (!of) return null;
  const span = lastDays(of, days);
  const other = comparable(covered, of).find((c) => keyOf(c) === against);
  return (
    <div className={classes.desk}>
      <div className={classes.bar}>
        <Select
          aria-label="Area"
          searchable
          allowDeselect={false}
          data={choicesOf(covered)}
          value={keyOf(of)}
          onChange={setChosen}
          w={380}
        />
        {PERIODS.map((p) => (
          <Button
            key={p.name}
            variant={p.days === days ? 'filled' : 'default'}
            aria-pressed={p.days === days}
            onClick={() => setDays(p.days)}
          >
            {p.name}
          </Button>
        ))}
      </div>
      <DayStrip key={keyOf(of)} of={of} />
      <Area of={of} span={span} />
      <Panel title="Correlation" meta={`a window of ${WINDOW_DAYS} days, day by day`} bare>
        <div className={classes.bar}>
          <Select
            aria-label="Other area"
            placeholder="Choose an area to hold it against"
            searchable
            clearable
            data={choicesOf(comparable(covered, of))}
            value={other ? keyOf(other) : null}
            onChange={setAgainst}
            w={380}
          />
        </div>
        {other ? (
          <Together of={of} other={other} span={span} />
        ) : (
          <Empty title="No other area chosen">Both have to be of the same source and of the same days.</Empty>
        )}
      </Panel>
    </div>
  );
}

function Area({ of, span }: { of: PriceCoverage; span: Span }) {
  const interval = legible(span);
  const ohlc = useQuery(ohlcQuery(of, span, interval));
  const between = extremes(ohlc.data?.items ?? []);
  const distribution = useQuery(
    distributionQuery(of, span, between ? edgesBetween(between.low, between.high) : []),
  );
  const [rule, setRule] = useState<AnomalyRule>({ against: 'robust_z', threshold: 3.5 });
  const anomalies = useQuery(anomaliesQuery(of, span, rule));
  const against = AGAINST.find((a) => a.value === rule.against);
  const found = anomalies.data?.items ?? [];
  return (
    <>
      <Panel
        title="Price per MWh"
        meta={`${moment(span.from * 1000, of.timeZone)} – ${moment(span.to * 1000, of.timeZone)}, ${of.timeZone}; mean by ${interval}, band from lowest to highest`}
        bare
        testId="price-bands"
      >
        <Answered query={ohlc}>
          {(answer) =>
            answer.items.length === 0 ? (
              <Empty title="No prices in this period">Take a longer one.</Empty>
            ) : (
              <BandPlot buckets={answer.items} interval={interval} anomalies={found} zone={of.timeZone} />
            )
          }
        </Answered>
      </Panel>
      <div className={classes.pair}>
        <Panel title="Distribution" meta="blocks by price" testId="price-distribution">
          {between && (
            <Answered query={distribution}>
              {(answer) => <Histogram distribution={answer.distribution} />}
            </Answered>
          )}
        </Panel>
        <Panel
          title="Anomalies"
          meta={`${found.length}${found.length > SHOWN ? `, the ${SHOWN} heaviest below` : ''}, ${against?.meaning ?? ''}`}
          testId="price-anomalies"
        >
          <div className={classes.bar}>
            <Select
              aria-label="Anomalies against"
              allowDeselect={false}
              data={AGAINST.map(({ value, label }) => ({ value, label }))}
              value={rule.against}
              onChange={(value) => {
                const chosen = AGAINST.find((a) => a.value === value);
                if (chosen) setRule({ ...rule, against: chosen.value });
              }}
              w={220}
            />
            <NumberInput
              aria-label="Score from which it is an anomaly"
              min={0.5}
              max={100}
              step={0.5}
              decimalScale={2}
              value={rule.threshold}
              onChange={(value) => {
                const threshold = Number(value);
                if (threshold > 0) setRule({ ...rule, threshold });
              }}
              w={110}
            />
          </div>
          <Answered query={anomalies}>
            {(answer) => <AnomalyTable anomalies={answer.items} zone={of.timeZone} />}
          </Answered>
        </Panel>
      </div>
    </>
  );
}

function Together({ of, other, span }: { of: PriceCoverage; other: PriceCoverage; span: Span }) {
  const correlation = useQuery(correlationQuery(of, other, span, WINDOW_DAYS));
  return (
    <Answered query={correlation}>
      {(answer) => <CorrelationPlot correlation={answer.correlation} zone={of.timeZone} />}
    </Answered>
  );
}

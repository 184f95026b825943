'use client';
import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import type { PriceCoverage } from '@/api/types';
import { Icon } from '@/ui/icons';
import { Page, Panel } from '@/ui/panel';
import { Answered, Empty, ProblemNote } from '@/ui/states';
import { moment } from '@/ui/time';
import { coverageQuery, seriesQuery } from '../api';
import { firstChoice, keyOf, lastDays, MOST_SERIES, moved, PERIODS, type Span, zoomed } from '../price-model';
import { HistoryPlot } from './history-plot';
import { MarketAlerts } from './market-alerts';
import { PriceLegend } from './price-legend';
import classes from './prices.module.css';
import { SeriesPicker } from './series-picker';

export function PriceDesk() {
  const covered = useQuery(coverageQuery);
  return (
    <Page
      title="Prices"
      hint="Prices of real markets, imported, and of simulated ones, cleared here: each says which it is."
    >
      <MarketAlerts />
      <Answered query={covered}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              title="No prices yet"
              action={
                <Button component={Link} href="/imports">
                  To the imports
                </Button>
              }
            >
              Import an exchange’s published prices, or let the simulated exchange clear a day.
            </Empty>
          ) : (
            <Chart covered={items} />
          )
        }
      </Answered>
    </Page>
  );
}

function Chart({ covered }: { covered: PriceCoverage[] }) {
  const [chosen, setChosen] = useState(() => firstChoice(covered));
  const of = chosen
    .map((key) => covered.find((c) => keyOf(c) === key))
    .filter((c): c is PriceCoverage => c !== undefined);
  const lead = of[0] ?? covered[0];
  const [span, setSpan] = useState<Span | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const shown = span ?? (lead ? lastDays(lead, 7) : { from: 0, to: 1 });
  const answers = useQueries({ queries: of.map((c) => seriesQuery(c, shown)) });
  if (!lead) return null;
  const series = answers.map((a) => a.data ?? null);
  const failed = answers.find((a) => a.error)?.error;
  const currencies = new Set(series.flatMap((s) => (s ? [s.currency] : [])));
  const resolution = series.find((s) => s !== null)?.resolution;
  const toggle = (key: string) =>
    setChosen((had) =>
      had.includes(key) ? had.filter((k) => k !== key) : [...had, key].slice(-MOST_SERIES),
    );
  return (
    <div className={classes.desk}>
      <Panel title="Markets and areas" meta={`${of.length} of at most ${MOST_SERIES}`}>
        <SeriesPicker covered={covered} chosen={chosen} onToggle={toggle} />
      </Panel>
      <div className={classes.chartColumn}>
        <Panel
          title={`Price per MWh${currencies.size > 0 ? `, ${[...currencies].join(' and ')}` : ''}`}
          meta={
            <>
              {moment(shown.from * 1000, lead.timeZone)} – {moment(shown.to * 1000, lead.timeZone)}{' '}
              {new Date(shown.to * 1000).getUTCFullYear()}, {lead.timeZone}
              {resolution ? `; each step one ${resolution}` : ''}
            </>
          }
          bare
          testId="price-history"
        >
          <div className={classes.controls}>
            {PERIODS.map((p) => (
              <Button key={p.name} variant="default" onClick={() => setSpan(lastDays(lead, p.days))}>
                {p.name}
              </Button>
            ))}
            <span className="spacer" />
            <Button
              variant="default"
              aria-label="Earlier"
              onClick={() => setSpan(moved(shown, -0.5))}
              leftSection={<Icon name="back" size={11} />}
            >
              Earlier
            </Button>
            <Button
              variant="default"
              aria-label="Later"
              onClick={() => setSpan(moved(shown, 0.5))}
              rightSection={<Icon name="next" size={11} />}
            >
              Later
            </Button>
            <Button variant="default" aria-label="Zoom in" onClick={() => setSpan(zoomed(shown, 0.5))}>
              +
            </Button>
            <Button variant="default" aria-label="Zoom out" onClick={() => setSpan(zoomed(shown, 2))}>
              −
            </Button>
          </div>
          {failed && <ProblemNote error={failed} />}
          <HistoryPlot series={series} span={shown} zone={lead.timeZone} onSpan={setSpan} onHover={setAt} />
        </Panel>
        <Panel
          title="What is drawn"
          meta={at === null ? 'over the period shown' : moment(at * 1000, lead.timeZone)}
        >
          <PriceLegend covered={of} series={series} at={at} onRemove={toggle} />
        </Panel>
      </div>
    </div>
  );
}

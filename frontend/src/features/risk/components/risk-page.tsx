'use client';
import { useState } from 'react';
import { DayPicker } from '@/features/desk/components/day-picker';
import type { SeenExchange } from '@/features/exchange/api';
import { useChosenExchange } from '@/features/exchange/chosen-exchange';
import { EXCHANGE_ZONE } from '@/features/exchange/event-model';
import { Page } from '@/ui/panel';
import { Waiting } from '@/ui/states';
import { dayIn, dayPlus } from '@/ui/time';
import { LimitPanel } from './limit-panel';
import { PolicyPanel } from './policy-panel';

/** What the organisation allows itself to offer, and how much of it is used on the chosen exchange. */
export function RiskPage() {
  const exchange = useChosenExchange();
  return exchange ? <OfExchange key={exchange.id} exchange={exchange} /> : <Waiting rows={8} />;
}

function OfExchange({ exchange }: { exchange: SeenExchange }) {
  const [day, setDay] = useState(() => dayPlus(dayIn(EXCHANGE_ZONE, exchange.clock.now), 1));
  return (
    <Page
      title="Risk"
      hint="Limits hold on every exchange by itself; what is used is of the chosen one and this delivery day."
      actions={<DayPicker today={dayIn(EXCHANGE_ZONE, exchange.clock.now)} day={day} onDay={setDay} />}
    >
      <LimitPanel exchangeId={exchange.id} day={day} />
      <PolicyPanel />
    </Page>
  );
}

'use client';
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { marketsQuery } from '@/features/market/api';
import { Icon } from '@/ui/icons';
import { Page, Panel } from '@/ui/panel';
import { Answered, Empty, Waiting } from '@/ui/states';
import { calendarDay, dayIn, dayPlus } from '@/ui/time';
import { rulePackQuery } from '../api';
import { confidenceCounts, parametersOn } from '../rules-model';
import { CalendarTable } from './calendar-table';
import { ParameterTable } from './parameter-table';
import classes from './rules.module.css';

const FIRST = 'sim-dam';

/** What each market's rules are and were, where every figure comes from, and how sure we are of it. */
export function RulesPage() {
  const markets = useQuery(marketsQuery).data;
  const [code, setCode] = useState(FIRST);
  const market = markets?.find((m) => m.code === code);
  const today = market ? dayIn(market.timeZone, Date.now()) : '';
  const [chosen, setDay] = useState('');
  const day = chosen || today;
  const pack = useQuery(rulePackQuery(code));
  return (
    <Page
      title="Rules"
      hint="A past day is always judged by the rules that held on it."
      actions={
        <div className={classes.picks}>
          <Select
            aria-label="Market"
            data={(markets ?? []).map((m) => ({ value: m.code, label: m.name }))}
            value={code}
            onChange={(c) => c && setCode(c)}
            w={270}
          />
          <ActionIcon aria-label="Day before" onClick={() => setDay(dayPlus(day, -1))}>
            <Icon name="back" size={12} />
          </ActionIcon>
          <TextInput
            type="date"
            aria-label="Delivery day"
            value={day}
            onChange={(e) => setDay(e.currentTarget.value)}
            w={150}
          />
          <ActionIcon aria-label="Day after" onClick={() => setDay(dayPlus(day, 1))}>
            <Icon name="next" size={12} />
          </ActionIcon>
          <Button variant="default" disabled={day === today} onClick={() => setDay('')}>
            Today
          </Button>
        </div>
      }
    >
      {!market || day === '' ? (
        <Waiting rows={8} />
      ) : (
        <Answered query={pack} rows={8}>
          {(rules) => {
            const parameters = parametersOn(rules, day);
            const counts = confidenceCounts(parameters);
            const known = counts.verified + counts.source + counts.unverified;
            return (
              <div className={classes.columns}>
                <Panel
                  title={`In force on ${calendarDay(day)}`}
                  meta={`${counts.verified} verified · ${counts.source} by source · ${counts.unverified} unverified`}
                  testId="rules"
                >
                  {known === 0 && (
                    <Empty title="The pack says nothing about this day">
                      Its first values hold from a later day; they are listed below.
                    </Empty>
                  )}
                  <ParameterTable parameters={parameters} />
                </Panel>
                <CalendarTable rules={rules} day={day} market={market} />
              </div>
            );
          }}
        </Answered>
      )}
    </Page>
  );
}

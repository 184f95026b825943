'use client';
import { Button, Tabs, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import type { Statement } from '@/api/types';
import { type SeenExchange, useExchanges } from '@/features/exchange/api';
import { useChosenExchange } from '@/features/exchange/chosen-exchange';
import { EXCHANGE_ZONE } from '@/features/exchange/event-model';
import { useMe } from '@/features/session/session-context';
import { money } from '@/ui/format';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty, ProblemNote, Waiting } from '@/ui/states';
import { dayIn, dayPlus } from '@/ui/time';
import { calculate, statementsQuery } from '../api';
import { labelOf, spanOf, toneOf } from '../statement-model';
import { REALITY, type World } from '../world';
import { InputsTab } from './inputs-tab';
import classes from './settlement.module.css';
import { StatementView } from './statement-view';
import { UnitChoice } from './unit-choice';
import { WorldChoice } from './world-choice';

/** What the organisation’s assets earned and owe on the chosen exchange. */
export function SettlementPage() {
  const exchange = useChosenExchange();
  return exchange ? <OfExchange key={exchange.id} exchange={exchange} /> : <Waiting rows={8} />;
}

function OfExchange({ exchange }: { exchange: SeenExchange }) {
  const [world, setWorld] = useState<World>(exchange.id);
  const statements = useQuery(statementsQuery(world));
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page
      title="Settlement"
      hint="Every amount says where it comes from; receiving is positive."
      actions={<UnitChoice currency="INR" />}
    >
      <Tabs defaultValue="statements" keepMounted={false}>
        <Tabs.List mb={12}>
          <Tabs.Tab value="statements">Statements</Tabs.Tab>
          <Tabs.Tab value="inputs">Inputs</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="statements">
          <div className={classes.columns}>
            <div className={classes.stack}>
              <WorldChoice exchange={exchange} world={world} onChange={setWorld} />
              <Ask key={world} world={world} exchange={exchange} onAsked={setChosen} />
              <Panel title="Statements" bare testId="statements">
                <Answered query={statements}>
                  {(items) =>
                    items.length === 0 ? (
                      <Empty title="No statement yet">Calculate one of days that have ended.</Empty>
                    ) : (
                      <StatementList items={items} chosen={shownOf(items, chosen)?.id} onChoose={setChosen} />
                    )
                  }
                </Answered>
              </Panel>
            </div>
            <div className={classes.stack}>
              <Shown statement={shownOf(statements.data ?? [], chosen)} />
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="inputs">
          <InputsTab exchange={exchange} world={world} onWorld={setWorld} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

const shownOf = (items: readonly Statement[], chosen: string | null): Statement | undefined =>
  items.find((s) => s.id === chosen) ?? items[0];

function Shown({ statement }: { statement: Statement | undefined }) {
  if (!statement) return null;
  if (statement.state === 'ready') return <StatementView key={statement.id} statement={statement} />;
  return (
    <Panel title={spanOf(statement)}>
      <Empty title={`The calculation is ${labelOf(statement)}`} />
    </Panel>
  );
}

function StatementList({
  items,
  chosen,
  onChoose,
}: {
  items: readonly Statement[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  return (
    <ul className={classes.list} aria-label="Statements">
      {items.map((s) => (
        <li key={s.id}>
          <button type="button" aria-pressed={s.id === chosen} onClick={() => onChoose(s.id)}>
            <span>
              {spanOf(s)} <small>revision {s.revision}</small>
            </span>
            <Badge tone={toneOf(s)}>{labelOf(s)}</Badge>
            <b>{s.state === 'ready' ? money(s.total, s.currency ?? 'INR') : '–'}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The day before today by the clock that the world lives by. */
function useYesterday(world: World, exchange: SeenExchange): string {
  const shared = useExchanges().data?.find((e) => e.scope === 'shared');
  const now = world === REALITY ? (shared?.clock.now ?? Date.now()) : exchange.clock.now;
  return dayPlus(dayIn(EXCHANGE_ZONE, now), -1);
}

function Ask({
  world,
  exchange,
  onAsked,
}: {
  world: World;
  exchange: SeenExchange;
  onAsked: (id: string) => void;
}) {
  const client = useQueryClient();
  const { permissions } = useMe();
  const keys = useRef(new IntentKeys());
  const yesterday = useYesterday(world, exchange);
  const [first, setFirst] = useState(yesterday);
  const [last, setLast] = useState(yesterday);
  const ask = useMutation({
    mutationFn: calculate,
    onSuccess: (made) => {
      keys.current.settled();
      onAsked(made.id);
      return client.invalidateQueries({ queryKey: statementsQuery(world).queryKey });
    },
  });
  if (!permissions.includes('settlement:write')) return null;
  const content = { world, firstDay: first, lastDay: last };
  return (
    <Panel title="New statement" meta={world === REALITY ? 'of real markets' : undefined}>
      <form
        className={classes.ask}
        onSubmit={(e) => {
          e.preventDefault();
          ask.mutate({ ...content, key: keys.current.keyFor(content) });
        }}
      >
        <TextInput
          label="First day"
          type="date"
          value={first}
          onChange={(e) => setFirst(e.currentTarget.value)}
        />
        <TextInput
          label="Last day"
          type="date"
          value={last}
          onChange={(e) => setLast(e.currentTarget.value)}
        />
        <Button type="submit" loading={ask.isPending}>
          Calculate
        </Button>
      </form>
      {world === REALITY && (
        <p className={classes.note}>
          Made of what real exchanges awarded. It can be final once every result is final and each block has
          its meter reading and grid data; that settles its auctions.
        </p>
      )}
      {ask.error && <ProblemNote error={ask.error} />}
    </Panel>
  );
}

'use client';
import { Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '@/features/session/session-context';
import { Icon } from '@/ui/icons';
import { tell } from '@/ui/tell';
import { moment, shortDay } from '@/ui/time';
import { endSandbox } from '../actions';
import { exchangesQuery, type SeenExchange } from '../api';
import { chooseExchange } from '../chosen-exchange';
import { EXCHANGE_ZONE } from '../event-model';
import classes from './exchange-bar.module.css';

const title = (e: SeenExchange): string =>
  e.scope === 'shared' ? e.name : `Sandbox · ${shortDay(e.firstDay)}`;

export function ExchangeChooser({ exchange, onNew }: { exchange: SeenExchange; onNew: () => void }) {
  const exchanges = useQuery(exchangesQuery).data ?? [];
  const mayRun = useCan('exchanges:run');
  const [ending, setEnding] = useState(false);
  return (
    <>
      <Menu position="bottom-start" width={270}>
        <Menu.Target>
          <button type="button" className={classes.choose} data-testid="exchange-chooser">
            <span>
              <span className="sr">Exchange: </span>
              {title(exchange)}
            </span>
            <Icon name="down" size={11} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Exchange that all pages speak of</Menu.Label>
          {exchanges.map((e) => (
            <Menu.Item
              key={e.id}
              className={classes.choice}
              aria-current={e.id === exchange.id ? 'true' : undefined}
              fw={e.id === exchange.id ? 650 : undefined}
              onClick={() => chooseExchange(e.id)}
            >
              {title(e)}
              <small>
                {e.scope === 'shared'
                  ? 'Everybody trades in it, in real time'
                  : `Your own; stands at ${moment(e.clock.now, EXCHANGE_ZONE)}`}
              </small>
            </Menu.Item>
          ))}
          {mayRun && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={onNew}>New sandbox…</Menu.Item>
              {exchange.scope === 'sandbox' && (
                <Menu.Item color="red" onClick={() => setEnding(true)}>
                  End this sandbox…
                </Menu.Item>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <EndSandbox exchange={exchange} opened={ending} onClose={() => setEnding(false)} />
    </>
  );
}

function EndSandbox({
  exchange,
  opened,
  onClose,
}: {
  exchange: SeenExchange;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: endSandbox,
    onSuccess: () => {
      tell('The sandbox has ended');
      void queries.invalidateQueries({ queryKey: exchangesQuery.queryKey });
    },
    onSettled: onClose,
  });
  return (
    <Modal opened={opened} onClose={onClose} title={`End “${title(exchange)}”`}>
      <Stack gap="md">
        <Text size="sm">
          Its clock stops for good and it leaves the list. Bids, awards and prices of it stay readable. Nobody
          else is affected.
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={end.isPending} onClick={() => end.mutate(exchange)}>
            End the sandbox
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

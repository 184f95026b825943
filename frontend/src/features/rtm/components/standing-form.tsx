'use client';
import { ActionIcon, Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '@/api/problem';
import type { Asset, MarketEvent, StandingBid } from '@/api/types';
import { capability } from '@/features/bids/bid-model';
import { MAX_POINTS } from '@/features/bids/sheet-model';
import { figure } from '@/ui/format';
import { Icon } from '@/ui/icons';
import { ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { setStanding, standingQuery } from '../api';
import { pointOf } from '../rtm-model';
import { placementText } from './placement-text';
import classes from './rtm.module.css';

interface Props {
  exchangeId: string;
  asset: Asset;
  standing: StandingBid | null;
  placement: MarketEvent | null;
  currency: string;
  onClose: () => void;
}

interface Point {
  price: number | '';
  quantity: number | '';
}

/** The bid an asset places by itself in every session. */
export function StandingForm({ exchangeId, asset, standing, placement, currency, onClose }: Props) {
  const queries = useQueryClient();
  const [side, setSide] = useState<StandingBid['side']>(
    standing?.side ?? (capability(asset, 'sell') > 0 ? 'sell' : 'buy'),
  );
  const [points, setPoints] = useState<Point[]>(standing?.points ?? [{ price: '', quantity: '' }]);
  const save = useMutation({
    mutationFn: setStanding,
    meta: { problemShownInPlace: true },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: standingQuery(exchangeId).queryKey });
      tell(`${asset.name} has a standing bid; ${placementText(placement)}`);
      onClose();
    },
  });
  const faults = save.error instanceof ApiProblem ? save.error.faults : [];
  const faultOf = (index: number, half: 'price' | 'quantity') =>
    faults.find((f) => {
      const at = pointOf(f.field);
      return at?.index === index && at.half === half;
    })?.message;
  const set = (index: number, change: Partial<Point>) =>
    setPoints((all) => all.map((p, i) => (i === index ? { ...p, ...change } : p)));
  const amount = (v: string | number): number | '' => (v === '' ? '' : Number(v));
  const complete = points.every((p) => p.price !== '' && p.quantity !== '');
  const elsewhere = faults.filter((f) => pointOf(f.field) === null);

  return (
    <Modal opened onClose={onClose} title={`Standing bid of ${asset.name}`} size={460}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          save.mutate({
            exchangeId,
            assetId: asset.id,
            input: {
              areaCode: asset.areaCode,
              side,
              points: points.map((p) => ({ price: Number(p.price), quantity: Number(p.quantity) })),
            },
          });
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            {`Placed for both blocks of every session as its gate opens, ${placementText(placement)}, unless the asset has a bid there already. What is placed can be changed until the gate closes.`}
          </Text>
          <SegmentedControl
            aria-label="Side"
            data={[
              { value: 'sell', label: 'Sell' },
              { value: 'buy', label: 'Buy' },
            ]}
            value={side}
            onChange={(v) => setSide(v === 'buy' ? 'buy' : 'sell')}
          />
          {points.map((p, i) => (
            <Group key={i} gap="sm" align="flex-end" wrap="nowrap">
              <NumberInput
                label={i === 0 ? `Price, ${currency}/MWh` : undefined}
                aria-label={`Point ${i + 1} price, ${currency}/MWh`}
                value={p.price}
                onChange={(v) => set(i, { price: amount(v) })}
                error={faultOf(i, 'price')}
                data-autofocus={i === 0 || undefined}
                style={{ flex: 1 }}
              />
              <NumberInput
                label={i === 0 ? 'Quantity in all, MW' : undefined}
                aria-label={`Point ${i + 1} quantity, MW`}
                value={p.quantity}
                placeholder={i === 0 ? `up to ${figure(capability(asset, side), 1)}` : undefined}
                onChange={(v) => set(i, { quantity: amount(v) })}
                error={faultOf(i, 'quantity')}
                style={{ flex: 1 }}
              />
              <ActionIcon
                aria-label={`Remove point ${i + 1}`}
                disabled={points.length === 1}
                onClick={() => setPoints((all) => all.filter((_, n) => n !== i))}
              >
                <Icon name="close" size={11} />
              </ActionIcon>
            </Group>
          ))}
          {elsewhere.length > 0 && (
            <p className={classes.faults} role="alert">
              {elsewhere.map((f) => f.message).join(' ')}
            </p>
          )}
          {save.error && faults.length === 0 && <ProblemNote error={save.error} />}
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<Icon name="plus" size={11} />}
              disabled={points.length >= MAX_POINTS}
              onClick={() => setPoints((all) => [...all, { price: '', quantity: '' }])}
            >
              Point
            </Button>
            <Button type="submit" disabled={!complete} loading={save.isPending}>
              {standing ? 'Change the standing bid' : 'Set the standing bid'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

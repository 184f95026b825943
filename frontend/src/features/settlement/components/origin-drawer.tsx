'use client';
import { Button, Drawer, NumberInput, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import type { LineOrigin, SettledLine } from '@/api/types';
import { ConfidenceBadge } from '@/features/rules/components/confidence-badge';
import { money } from '@/ui/format';
import { Answered, ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { openDispute, originQuery } from '../api';
import { bandText, words } from '../statement-model';
import { blockIn, blockUnit, decimalText, priceIn, priceUnit, shown } from '../units';
import { useUnits } from '../use-units';
import classes from './settlement.module.css';

interface Props {
  statementId: string;
  currency: string;
  line: SettledLine | null;
  onClose: () => void;
}

/** One line with its formula, its inputs and every dated figure behind it; and a dispute of it. */
export function OriginDrawer({ statementId, currency, line, onClose }: Props) {
  return (
    <Drawer.Root opened={line !== null} onClose={onClose} position="right" size="lg">
      <Drawer.Overlay />
      <Drawer.Content>
        {/* not Drawer.Header: the page has its one banner */}
        <div className={classes.drawerHead}>
          <Drawer.Title>{line ? `Where line ${line.number} comes from` : ''}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </div>
        <Drawer.Body>
          {line && <Opened key={line.number} statementId={statementId} currency={currency} line={line} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Opened({
  statementId,
  currency,
  line,
}: {
  statementId: string;
  currency: string;
  line: SettledLine;
}) {
  const origin = useQuery(originQuery(statementId, line.assetId, line.day, line.number));
  return (
    <Answered query={origin} rows={8}>
      {(o) => (
        <div className={classes.origin} data-testid="origin">
          <p>
            <b>{words(line.kind)}</b>, {line.day}
            {line.block > 0 && `, block ${line.block}`}: <b>{money(line.amount, currency)}</b>
          </p>
          <p>
            <code>{o.formula}</code>
          </p>
          <Inputs origin={o} currency={currency} />
          <Awards origin={o} currency={currency} />
          <Parameters origin={o} />
          <DisputeForm statementId={statementId} line={line} currency={currency} />
        </div>
      )}
    </Answered>
  );
}

function Inputs({ origin, currency }: { origin: LineOrigin; currency: string }) {
  const units = useUnits();
  const { line, deviation } = origin;
  const rows: [string, string][] = [
    ['Quantity', `${shown(decimalText(line.quantity))} ${line.quantityUnit}`],
    ['Price', `${shown(priceIn(units, line.price))} ${priceUnit(units, currency)}`],
    ['Percent', shown(decimalText(line.percent))],
  ];
  if (deviation) {
    const energy = (mwh: number) => `${shown(blockIn(units, mwh))} ${blockUnit(units)}`;
    rows.push(
      ['Judged as', words(origin.participant)],
      ['Schedule', energy(deviation.scheduledMwh)],
      ['Meter', energy(deviation.actualMwh)],
      ['Deviation', energy(deviation.deviationMwh)],
      ['Percentage is of', energy(deviation.basisMwh)],
      ['Reaches', bandText(deviation.band)],
    );
    if (typeof deviation.frequencyHz === 'number')
      rows.push(['Grid frequency', `${decimalText(deviation.frequencyHz)} Hz`]);
  }
  return (
    <dl className={classes.inputs}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the exchange awarded, as it stood when the line was calculated. */
function Awards({ origin, currency }: { origin: LineOrigin; currency: string }) {
  const units = useUnits();
  if (origin.awards.length === 0) return null;
  return (
    <table className="dense" data-testid="origin-awards">
      <caption className="sr">Awards of the exchange</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Result</th>
          <th scope="col">Bought, {blockUnit(units)}</th>
          <th scope="col">{priceUnit(units, currency)}</th>
        </tr>
      </thead>
      <tbody>
        {origin.awards.map((a) => (
          <tr key={`${a.reference} ${a.blockOrder}`}>
            <th scope="row" className="wrap">
              {a.reference}
              {a.blockOrder !== '' && <small className={classes.source}>block order {a.blockOrder}</small>}
            </th>
            <td>
              revision {a.revision}, {words(a.status)}
            </td>
            <td>{shown(blockIn(units, a.boughtMwh))}</td>
            <td>{shown(priceIn(units, a.price))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Parameters({ origin }: { origin: LineOrigin }) {
  if (origin.parameters.length === 0)
    return <p className="dim">No figure of a rule pack: the price is the market’s or the contract’s.</p>;
  return (
    <table className="dense">
      <caption className="sr">Figures of the rule pack</caption>
      <thead>
        <tr>
          <th scope="col">Figure of the rules</th>
          <th scope="col">Value</th>
          <th scope="col">Confidence</th>
        </tr>
      </thead>
      <tbody>
        {origin.parameters.map((p) => (
          <tr key={p.name}>
            <th scope="row" className="wrap" title={p.source}>
              {words(p.name)}
              <small className={classes.source}>
                {p.pack}, from {p.effectiveFrom}: {p.source}
              </small>
            </th>
            <td className="wrap">
              {p.value} {p.unit}
            </td>
            <td>
              <ConfidenceBadge confidence={p.confidence} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DisputeForm({
  statementId,
  line,
  currency,
}: {
  statementId: string;
  line: SettledLine;
  currency: string;
}) {
  const client = useQueryClient();
  const keys = useRef(new IntentKeys());
  const [claimed, setClaimed] = useState<number | string>(line.amount);
  const [note, setNote] = useState('');
  const open = useMutation({
    mutationFn: openDispute,
    onSuccess: () => {
      keys.current.settled();
      tell('The dispute is open.');
      setNote('');
      return client.invalidateQueries({ queryKey: ['statement', statementId, 'disputes'] });
    },
  });
  const input = {
    statementId,
    assetId: line.assetId,
    day: line.day,
    lineNumber: line.number,
    claimedAmount: typeof claimed === 'number' ? claimed : undefined,
    note,
  };
  return (
    <form
      className={classes.dispute}
      onSubmit={(e) => {
        e.preventDefault();
        open.mutate({ input, key: keys.current.keyFor(input) });
      }}
    >
      <NumberInput
        label={`Right amount, ${currency}`}
        value={claimed}
        onChange={setClaimed}
        decimalScale={2}
        hideControls
      />
      <Textarea label="Why" value={note} onChange={(e) => setNote(e.currentTarget.value)} />
      <Button type="submit" variant="default" loading={open.isPending}>
        Open a dispute
      </Button>
      {open.error && <ProblemNote error={open.error} />}
    </form>
  );
}

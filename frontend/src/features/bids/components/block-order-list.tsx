'use client';
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BidBlockOutcome } from '@/api/types';
import { Icon } from '@/ui/icons';
import { Badge, type Tone } from '@/ui/states';
import { blockOutcomesQuery } from '../api';
import { emptyRow, type OrderRow } from '../block-orders';
import type { BidDraft } from '../use-bid-draft';
import classes from './bid-panel.module.css';

type Text = 'id' | 'blocks' | 'quantity' | 'price' | 'ratio' | 'parent' | 'group';
const COLUMNS: { field: Text; label: string; hint: string; width: number }[] = [
  { field: 'id', label: 'Name', hint: 'B1', width: 54 },
  { field: 'blocks', label: 'Blocks', hint: '17-20', width: 92 },
  { field: 'quantity', label: 'MW', hint: '10', width: 46 },
  { field: 'price', label: 'Price', hint: '50', width: 60 },
  { field: 'ratio', label: 'Share', hint: '1', width: 46 },
  { field: 'parent', label: 'Linked to', hint: '–', width: 50 },
  { field: 'group', label: 'Group', hint: '–', width: 50 },
];

/** Orders over several blocks beside the curve, and what became of them. */
export function BlockOrderList({ draft, readOnly }: { draft: BidDraft; readOnly: boolean }) {
  const { orders, setOrders, orderFaults, bid } = draft;
  const outcomes = useQuery(blockOutcomesQuery(bid && bid.blockOrders.length > 0 ? bid.id : null)).data;
  if (readOnly && orders.length === 0) return null;
  return (
    <BlockOrderRows
      orders={orders}
      faults={orderFaults}
      outcomes={outcomes}
      readOnly={readOnly}
      onOrders={setOrders}
    />
  );
}

interface RowsProps {
  orders: OrderRow[];
  /** What is wrong, by row. */
  faults: ReadonlyMap<number, string>;
  outcomes?: BidBlockOutcome[];
  readOnly?: boolean;
  onOrders: (orders: OrderRow[]) => void;
}

/** Block orders to be typed over, one row each. */
export function BlockOrderRows({ orders, faults, outcomes, readOnly = false, onOrders }: RowsProps) {
  const change = (index: number, part: Partial<OrderRow>) =>
    onOrders(orders.map((row, i) => (i === index ? { ...row, ...part } : row)));
  return (
    <section
      className={classes.orders}
      aria-label="Block orders, scrollable"
      tabIndex={0}
      data-testid="block-orders"
    >
      {orders.length > 0 && (
        <table className="dense">
          <thead>
            <tr>
              {COLUMNS.map((c) => (
                <th scope="col" key={c.field}>
                  {c.label}
                </th>
              ))}
              <th scope="col">Flexible</th>
              <th scope="col">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {orders.map((row, i) => (
              <OrderLine
                key={row.key}
                row={row}
                number={i + 1}
                fault={faults.get(i)}
                outcome={outcomes?.find((o) => o.blockOrder === row.id)}
                readOnly={readOnly}
                onChange={(part) => change(i, part)}
                onRemove={() => onOrders(orders.filter((_, j) => j !== i))}
              />
            ))}
          </tbody>
        </table>
      )}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="plus" size={11} />}
          onClick={() => onOrders([...orders, emptyRow(orders)])}
        >
          Block order
        </Button>
      )}
    </section>
  );
}

function OrderLine({
  row,
  number,
  fault,
  outcome,
  readOnly,
  onChange,
  onRemove,
}: {
  row: OrderRow;
  number: number;
  fault: string | undefined;
  outcome: BidBlockOutcome | undefined;
  readOnly: boolean;
  onChange: (part: Partial<OrderRow>) => void;
  onRemove: () => void;
}) {
  return (
    <>
      <tr>
        {COLUMNS.map((c) => (
          <td key={c.field}>
            <TextInput
              size="xs"
              w={c.width}
              classNames={{ input: classes.orderInput }}
              aria-label={`${c.label} of block order ${number}`}
              placeholder={c.hint}
              value={row[c.field]}
              disabled={readOnly}
              onChange={(e) => onChange({ [c.field]: e.currentTarget.value })}
            />
          </td>
        ))}
        <td>
          <Checkbox
            size="xs"
            aria-label={`Block order ${number} is flexible`}
            checked={row.flexible}
            disabled={readOnly}
            onChange={(e) => onChange({ flexible: e.currentTarget.checked })}
          />
        </td>
        <td>
          {!readOnly && (
            <ActionIcon size={24} aria-label={`Remove block order ${number}`} onClick={onRemove}>
              <Icon name="close" size={11} />
            </ActionIcon>
          )}
        </td>
      </tr>
      {(fault || outcome) && (
        <tr>
          <td colSpan={COLUMNS.length + 2} className={classes.said}>
            {fault && <span className="down">{fault}</span>}
            {outcome && !fault && (
              <>
                <Badge tone={toneOf(outcome.decision)} dot>
                  {outcome.decision.replaceAll('_', ' ')}
                </Badge>{' '}
                {outcome.sentence}
              </>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

const toneOf = (decision: string): Tone =>
  decision === 'accepted' ? 'good' : decision === 'paradoxically_rejected' ? 'warn' : 'quiet';

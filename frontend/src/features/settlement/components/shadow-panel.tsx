'use client';
import { Button, FileButton } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import type { ShadowDifference, ShadowSettlement, Statement } from '@/api/types';
import { money, plural } from '@/ui/format';
import { More } from '@/ui/more';
import { Answered, Empty, ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { compare, differencesQuery, openDispute, shadowsQuery } from '../api';
import { words } from '../statement-model';
import { decimalText, shown } from '../units';
import classes from './settlement.module.css';

const COLUMNS = 'asset_id,day,block,kind,source,quantity,price,amount';
const LONGEST_NAME = 80;

/** Somebody else’s statement held against ours. */
export function ShadowPanel({ statement, currency }: { statement: Statement; currency: string }) {
  const client = useQueryClient();
  const keys = useRef(new IntentKeys());
  const shadows = useQuery(shadowsQuery(statement.id));
  const [chosen, setChosen] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const content = {
        statementId: statement.id,
        name: file.name.slice(0, LONGEST_NAME),
        csv: await file.text(),
      };
      return compare({ ...content, key: keys.current.keyFor(content) });
    },
    onSuccess: (made) => {
      keys.current.settled();
      setChosen(made.id);
      return client.invalidateQueries({ queryKey: ['statement', statement.id, 'shadows'] });
    },
  });
  return (
    <div className={classes.stack}>
      <div className={classes.row}>
        <FileButton accept=".csv,text/csv" onChange={(file) => file && upload.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={upload.isPending}>
              Compare a statement
            </Button>
          )}
        </FileButton>
        <span className="dim">
          CSV: <code>{COLUMNS}</code>. Kinds it has no line of are not compared.
        </span>
      </div>
      {upload.error && <ProblemNote error={upload.error} />}
      <Answered query={shadows}>
        {(items) => {
          const shadow = items.find((s) => s.id === chosen) ?? items[0];
          if (!shadow) return <Empty title="Nothing has been compared with this statement" />;
          return (
            <>
              <ul className={classes.row} aria-label="Comparisons">
                {items.map((s) => (
                  <li key={s.id}>
                    <Button
                      variant={s.id === shadow.id ? 'light' : 'subtle'}
                      size="compact-xs"
                      aria-pressed={s.id === shadow.id}
                      onClick={() => setChosen(s.id)}
                    >
                      {s.name}
                    </Button>
                  </li>
                ))}
              </ul>
              <Differences shadow={shadow} currency={currency} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}

const both = (own: number | null | undefined, their: number | null | undefined): string =>
  [own, their].map((n) => (typeof n === 'number' ? shown(decimalText(n)) : '–')).join(' / ');

function Differences({ shadow, currency }: { shadow: ShadowSettlement; currency: string }) {
  const client = useQueryClient();
  const differences = useInfiniteQuery(differencesQuery(shadow.id));
  const keys = useRef(new IntentKeys());
  const dispute = useMutation({
    mutationFn: (d: ShadowDifference) => {
      const input = { shadowId: shadow.id, difference: d.number, note: `${shadow.name}: ${words(d.reason)}` };
      return openDispute({ input, key: keys.current.keyFor(input) });
    },
    onSuccess: () => {
      keys.current.settled();
      tell('The dispute is open.');
      return client.invalidateQueries({ queryKey: ['statement', shadow.statementId, 'disputes'] });
    },
  });
  return (
    <>
      <p data-testid="shadow-result">
        {plural(shadow.linesRead, 'line')} read, {shadow.matched} agree,{' '}
        {plural(shadow.differences, 'difference')}.
      </p>
      {dispute.error && <ProblemNote error={dispute.error} />}
      <Answered query={differences} rows={6}>
        {({ pages }) => (
          <table className="dense" data-testid="differences">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Block</th>
                <th scope="col">Line</th>
                <th scope="col">Differs in</th>
                <th scope="col" className="n">
                  Quantity, ours / theirs
                </th>
                <th scope="col" className="n">
                  Price
                </th>
                <th scope="col" className="n">
                  Amount
                </th>
                <th scope="col">
                  <span className="sr">Dispute</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {pages
                .flatMap((p) => p.items)
                .map((d) => (
                  <tr key={d.number}>
                    <td>{d.day}</td>
                    <td>{d.block === 0 ? 'day' : d.block}</td>
                    <th scope="row">
                      {words(d.kind)} {words(d.source)}
                    </th>
                    <td>{words(d.reason)}</td>
                    <td className="n">{both(d.ownQuantity, d.theirQuantity)}</td>
                    <td className="n">{both(d.ownPrice, d.theirPrice)}</td>
                    <td className="n">
                      {money(d.ownAmount, currency)} / {money(d.theirAmount, currency)}
                    </td>
                    <td>
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        aria-label={`Dispute difference ${d.number}`}
                        onClick={() => dispute.mutate(d)}
                      >
                        Dispute
                      </Button>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Answered>
      <More of={differences} label="More differences" />
    </>
  );
}

'use client';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { IntentKeys } from '@/api/preconditions';
import { asProblem } from '@/api/problem';
import type { Bid, BidApproval } from '@/api/types';
import { Differences } from '@/features/bids/components/differences';
import { diffLines } from '@/features/bids/diff-model';
import { EXCHANGE_ZONE } from '@/features/exchange/event-model';
import { useCan } from '@/features/session/session-context';
import { figure, money, plural } from '@/ui/format';
import { Panel } from '@/ui/panel';
import { Answered, Badge, Empty, ProblemNote } from '@/ui/states';
import { tell } from '@/ui/tell';
import { calendarDay, moment, zoneName } from '@/ui/time';
import { approvalQuery, approveBid, rejectBid } from '../api';
import { amountText, kindName, subjectText } from '../limit-model';
import classes from './risk.module.css';
import { UsageBar } from './usage-bar';

/** One bid as its approver should see it. */
export function ApprovalCard({ bid }: { bid: Bid }) {
  const approval = useQuery(approvalQuery(bid.id, bid.version));
  return (
    <Answered query={approval} rows={8}>
      {(seen) => (
        <>
          <Panel title={`${bid.assetName}, v${seen.versionNumber}`} bare testId="approval">
            <Figures seen={seen} />
            <Decision bid={bid} seen={seen} />
          </Panel>
          <Panel title="Limits" testId="approval-limits">
            <Limits seen={seen} />
          </Panel>
          <Panel
            title={seen.comparedWith ? `Changed since v${seen.comparedWith}` : 'Changed'}
            bare
            testId="approval-diff"
          >
            {seen.diff ? (
              <Differences lines={diffLines(seen.diff)} />
            ) : (
              <Empty title="Nothing to compare with">No earlier version was approved.</Empty>
            )}
          </Panel>
        </>
      )}
    </Answered>
  );
}

function Figures({ seen }: { seen: BidApproval }) {
  const from = seen.expected?.prices[0];
  return (
    <dl className={classes.figures}>
      <div>
        <dt>Written by</dt>
        <dd>
          {seen.writtenByName}, {moment(seen.writtenAt, EXCHANGE_ZONE)}{' '}
          {zoneName(EXCHANGE_ZONE, seen.writtenAt)}
        </dd>
      </div>
      <div>
        <dt>Volume</dt>
        <dd>{figure(seen.volumeMwh, 3)} MWh</dd>
      </div>
      <div>
        <dt>Value at its own prices</dt>
        <dd>{money(seen.value, seen.currency)}</dd>
      </div>
      <div>
        <dt>Expected at the latest known prices</dt>
        <dd data-testid="expected">
          {seen.expected ? money(seen.expected.amount, seen.currency) : 'no price known'}
        </dd>
        {seen.expected && from && (
          <dd className={classes.source}>
            {from.source} prices of {from.marketCode} {from.areaCode}, {calendarDay(from.deliveryDay)}
            {from.scope === 'shared' && ', shared exchange'}
            {seen.expected.prices.length > 1 && ` and ${seen.expected.prices.length - 1} earlier`}
            {seen.expected.blocksUnknown > 0 && `; ${plural(seen.expected.blocksUnknown, 'block')} unknown`}
          </dd>
        )}
      </div>
    </dl>
  );
}

function Limits({ seen }: { seen: BidApproval }) {
  if (seen.limits.length === 0) return <Empty title="No limit applies" />;
  return (
    <table className="dense roomy">
      <thead>
        <tr>
          <th scope="col">Limit</th>
          <th scope="col">Of</th>
          <th scope="col" className="n">
            Amount
          </th>
          <th scope="col">Now</th>
          <th scope="col">With this version</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {seen.limits.map((effect) => (
          <tr key={effect.limit.id}>
            <th scope="row">
              {effect.limit.name} <small className="dim">{kindName(effect.limit.kind)}</small>
            </th>
            <td>{subjectText(effect.limit)}</td>
            <td className="n">{amountText(effect.limit, effect.limit.amount)}</td>
            <td>
              <UsageBar name={`${effect.limit.name}, now`} percent={effect.percentBefore} />
            </td>
            <td>
              <UsageBar name={`${effect.limit.name}, with it`} percent={effect.percentAfter} />
            </td>
            <td>
              <Badge tone={effect.exceeded ? 'bad' : 'good'}>{effect.exceeded ? 'Exceeded' : 'Within'}</Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decision({ bid, seen }: { bid: Bid; seen: BidApproval }) {
  const client = useQueryClient();
  const mayApprove = useCan('bids:approve');
  const keys = useRef(new IntentKeys());
  const [reason, setReason] = useState('');
  const settle = {
    meta: { problemShownInPlace: true },
    onSuccess: (decided: { state: string }) => {
      keys.current.settled();
      tell(decided.state === 'approved' ? 'Approved and submitted' : 'Sent back to the desk');
      return client.invalidateQueries({ queryKey: ['bids'] });
    },
  };
  const approve = useMutation({
    ...settle,
    mutationFn: () => approveBid({ bid, key: keys.current.keyFor([bid.id, bid.version]) }),
  });
  const reject = useMutation({
    ...settle,
    mutationFn: () => rejectBid({ bid, reason, key: keys.current.keyFor([bid.id, bid.version, reason]) }),
  });
  const missing = reject.error
    ? asProblem(reject.error).faults.find((f) => f.field === '/reason')?.message
    : undefined;
  const refused = approve.error ?? (missing ? null : reject.error);
  if (!mayApprove) return <p className={`${classes.note} dim`}>Your role does not approve bids.</p>;
  return (
    <div className={classes.decide}>
      {seen.ownBid ? (
        <p className="dim">You wrote this version; somebody else must approve it.</p>
      ) : (
        <Button loading={approve.isPending} onClick={() => approve.mutate()}>
          Approve and submit
        </Button>
      )}
      <TextInput
        label="Reason to send it back"
        value={reason}
        maxLength={500}
        error={missing}
        onChange={(e) => setReason(e.currentTarget.value)}
        w={320}
      />
      <Button color="red" variant="light" loading={reject.isPending} onClick={() => reject.mutate()}>
        Reject
      </Button>
      {refused && <ProblemNote error={refused} />}
    </div>
  );
}

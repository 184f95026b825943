'use client';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import type { NextGate } from '@/api/types';
import { countdown } from '@/features/exchange/exchange-clock';
import { useCan } from '@/features/session/session-context';
import { gateWarningsQuery } from '../api';
import { atVenueText, gateName, isMissing, isOurs, marketLeft, warningDue } from '../next-gate-model';
import { sound } from '../sound';
import { useWarningMinutes } from '../use-gate-warnings';
import { useNextGates } from '../use-next-gates';
import classes from './gates.module.css';

/** On every page: a gate of one's own that closes within the minutes one has set, and what is not there. */
export function GateWarning() {
  const { gates, passed } = useNextGates();
  const minutes = useWarningMinutes();
  const own = useCan('notifications:own');
  const heard = useQuery({ ...gateWarningsQuery, enabled: own }).data?.sound ?? false;
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const due = gates.filter(isOurs).flatMap((gate) => {
    const minute = warningDue(gate, passed, minutes);
    const key = `${gate.auctionId} ${minute}`;
    return minute === null || dismissed.has(key) ? [] : [{ gate, key }];
  });
  useAlarm(
    due.filter(({ gate }) => isMissing(gate)).map(({ key }) => key),
    heard,
  );
  return (
    <>
      {due.map(({ gate, key }) => (
        <Warning
          key={key}
          gate={gate}
          left={marketLeft(gate, passed)}
          onDismiss={() => setDismissed(new Set([...dismissed, key]))}
        />
      ))}
    </>
  );
}

/** Sounds once for each warning that has not sounded. */
function useAlarm(keys: readonly string[], heard: boolean): void {
  const told = useRef(new Set<string>());
  const fresh = keys.filter((key) => !told.current.has(key));
  const key = fresh.join();
  useEffect(() => {
    if (!key) return;
    for (const one of key.split(',')) told.current.add(one);
    if (heard) sound();
  }, [key, heard]);
}

function Warning({ gate, left, onDismiss }: { gate: NextGate; left: number; onDismiss: () => void }) {
  return (
    <section
      className={classes.warning}
      data-missing={isMissing(gate)}
      aria-label={`The gate of ${gateName(gate)} closes soon`}
      data-testid="gate-warning"
    >
      <span>
        {/* read out once, not with every second */}
        <span className="sr" role="alert">
          The gate of {gateName(gate)} closes soon: {atVenueText(gate)}.
        </span>
        <strong aria-hidden>
          The gate of {gateName(gate)} closes in {countdown(left)}: {atVenueText(gate)}.
        </strong>
      </span>
      <span className="spacer" />
      <Button variant="default" size="compact-xs" component={Link} href={`/auctions/${gate.auctionId}`}>
        Go there
      </Button>
      <Button
        variant="default"
        size="compact-xs"
        onClick={onDismiss}
        aria-label={`Dismiss the warning of ${gateName(gate)}`}
      >
        Dismiss
      </Button>
    </section>
  );
}

'use client';
import Link from 'next/link';
import { countdown } from '@/features/exchange/exchange-clock';
import { clockTime, zoneName } from '@/ui/time';
import { atVenueText, gateName, isOurs, marketLeft, nextUrgency } from '../next-gate-model';
import { useWarningMinutes } from '../use-gate-warnings';
import { useNextGates } from '../use-next-gates';
import classes from './gates.module.css';

const MOST_SHOWN = 2;

/** On every page: the next gates of one's own markets, whatever exchange is looked at. */
export function NextGateChips() {
  const { gates, passed } = useNextGates();
  const minutes = useWarningMinutes();
  return (
    <div className={classes.chips} data-testid="next-gates">
      {gates
        .filter(isOurs)
        .slice(0, MOST_SHOWN)
        .map((gate) => (
          <Link
            key={gate.auctionId}
            href={`/auctions/${gate.auctionId}`}
            className={classes.chip}
            data-urgency={nextUrgency(gate, passed, minutes)}
            title={`${gate.exchangeName}: the gate closes at ${clockTime(gate.closesAt, gate.timeZone)} ${zoneName(gate.timeZone, gate.closesAt)}; ${atVenueText(gate)}`}
          >
            {gateName(gate)} <b>{countdown(marketLeft(gate, passed))}</b>
            {gate.notAtVenue > 0 && <span>{gate.notAtVenue} not there</span>}
          </Link>
        ))}
    </div>
  );
}

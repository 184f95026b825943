'use client';
import { type KeyboardEvent, useRef } from 'react';
import { blockSpan } from '@/features/results/block-span';
import { figure, signed } from '@/ui/format';
import { offeredMw, type Session } from '../rtm-model';
import classes from './rtm.module.css';

interface Props {
  sessions: readonly Session[];
  chosen: number;
  ahead: number | null;
  /** Whether standing bids will be placed in sessions to come. */
  rolling: boolean;
  onChoose: (session: number) => void;
}

/** The day's sessions: state, own bid, own award and price of each. Arrows walk through them. */
export function SessionStrip({ sessions, chosen, ahead, rolling, onChoose }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const keys = (e: KeyboardEvent) => {
    const perRow = host.current ? getComputedStyle(host.current).gridTemplateColumns.split(' ').length : 1;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: perRow, ArrowUp: -perRow }[e.key];
    const at = sessions.findIndex((s) => s.auction.session === chosen);
    const index = e.key === 'Home' ? 0 : e.key === 'End' ? sessions.length - 1 : step ? at + step : null;
    const to = index === null ? undefined : sessions[index]?.auction.session;
    if (to === undefined) return;
    e.preventDefault();
    onChoose(to);
    host.current?.querySelector<HTMLElement>(`[data-session="${to}"]`)?.focus();
  };
  return (
    <div
      ref={host}
      className={classes.strip}
      role="listbox"
      aria-label="Sessions of the day"
      aria-orientation="horizontal"
      tabIndex={-1}
      onKeyDown={keys}
    >
      {sessions.map((s) => {
        const { session, state } = s.auction;
        const start = blockSpan(s.auction.firstBlock, undefined, s.auction, true);
        const offered = offeredMw(s);
        const own =
          s.energyMwh !== null && s.bids.length > 0
            ? `${signed(s.energyMwh, 1)} MWh`
            : offered > 0
              ? `${figure(offered, 1)} MW`
              : rolling && state === 'scheduled'
                ? 'standing bid'
                : 'no bid';
        return (
          <button
            key={session}
            type="button"
            role="option"
            data-session={session}
            data-state={state}
            data-ahead={session === ahead}
            aria-selected={session === chosen}
            tabIndex={session === chosen ? 0 : -1}
            className={classes.session}
            onClick={() => onChoose(session)}
          >
            <span className={classes.when}>
              <span className="sr">Session </span>
              <b>{session}</b> {start}
              <span className="sr">, </span>
            </span>
            <span className={classes.state}>
              {state}
              <span className="sr">, </span>
            </span>
            <span className={s.bids.length ? classes.own : 'dim'}>{own}</span>
            {s.price !== null && (
              <span>
                <span className="sr">, price </span>
                {figure(s.price, 0)}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}

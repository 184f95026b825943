import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem } from '@/api/problem';
import classes from './ui.module.css';

export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'quiet';

export function Badge({
  tone = 'quiet',
  dot,
  children,
}: {
  tone?: Tone;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {dot && <i aria-hidden />}
      {children}
    </span>
  );
}

/** Says what is missing and what to do next. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <strong>{title}</strong>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const p = asProblem(error);
  return (
    <div className={classes.problem} role="alert">
      <div>
        <strong>{p.title}</strong>
        {p.detail && p.detail !== p.title && <span>{p.detail}</span>}
        {p.faults
          .filter((f) => f.message !== p.detail)
          .map((f) => (
            <div key={f.field + f.code}>{f.message}</div>
          ))}
        {p.traceId && <span className={classes.trace}>Trace {p.traceId}</span>}
      </div>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

export function Waiting({ rows = 4 }: { rows?: number }) {
  return (
    <div style={{ padding: 12, display: 'grid', gap: 9 }} aria-hidden>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={13} radius={3} width={`${92 - ((i * 17) % 38)}%`} />
      ))}
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** One place for the four faces of an answer: waiting, refused, empty, there. */
export function Answered<T>({
  query,
  rows,
  children,
}: {
  query: Asked<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting rows={rows} />;
}

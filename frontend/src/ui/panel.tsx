import { type CSSProperties, type ReactNode, useId } from 'react';
import classes from './ui.module.css';

interface PanelProps {
  title: string;
  meta?: ReactNode;
  actions?: ReactNode;
  className?: string;
  style?: CSSProperties;
  /** Without padding or scrolling of its own: the child fills it. */
  bare?: boolean;
  testId?: string;
  children: ReactNode;
}

export function Panel({ title, meta, actions, className, style, bare, testId, children }: PanelProps) {
  const id = useId();
  return (
    <section
      className={`${classes.panel} ${className ?? ''}`}
      style={style}
      aria-labelledby={id}
      data-testid={testId}
    >
      <header className={classes.head}>
        <h2 id={id}>{title}</h2>
        {meta !== undefined && <span className={classes.meta}>{meta}</span>}
        <span className="spacer" />
        {actions}
      </header>
      {bare ? children : <Scroll label={title}>{children}</Scroll>}
    </section>
  );
}

/** A scrolling area that the keyboard can reach. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={classes.body} tabIndex={0} aria-label={`${label}, scrollable`}>
      {children}
    </section>
  );
}

export function Page({
  title,
  hint,
  actions,
  children,
}: {
  title: string;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={classes.page}>
      <header>
        <div>
          <h1>{title}</h1>
          {hint && <p>{hint}</p>}
        </div>
        <span className="spacer" />
        {actions}
      </header>
      {children}
    </div>
  );
}

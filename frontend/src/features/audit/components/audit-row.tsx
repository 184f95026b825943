'use client';
import { Fragment, useId, useState } from 'react';
import type { AuditEntry } from '@/api/types';
import { moment } from '@/ui/time';
import { changes } from '../audit-model';
import classes from './audit.module.css';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const COLUMNS = 6;

/** An entry; opened, what it changed and where it came from. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Fragment>
      <tr>
        <td className="n">{entry.seal ? `#${entry.seal.number}` : '…'}</td>
        <td>{moment(entry.at, HERE)}</td>
        <th scope="row">
          <button
            type="button"
            className={classes.entry}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {entry.action}
          </button>
        </th>
        <td>
          {entry.subjectType} <span className="dim">{entry.subjectId.slice(-8)}</span>
        </td>
        <td>
          {entry.actorName ?? entry.actor.slice(-8)}
          {entry.actorKind === 'system' && <span className="dim"> (job)</span>}
        </td>
        <td className="dim">{entry.address ?? ''}</td>
      </tr>
      <tr id={id} hidden={!open}>
        {open && (
          <td colSpan={COLUMNS} className={classes.details}>
            <Origin entry={entry} />
            <Difference entry={entry} />
          </td>
        )}
      </tr>
    </Fragment>
  );
}

function Origin({ entry }: { entry: AuditEntry }) {
  const facts: [string, string | null | undefined][] = [
    ['Subject', entry.subjectId],
    ['Session', entry.session],
    ['Client', entry.userAgent],
    ['SHA-256', entry.seal?.hash],
  ];
  return (
    <dl>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

function Difference({ entry }: { entry: AuditEntry }) {
  const found = changes(entry);
  if (found.length === 0) return <span className="dim">No value changed.</span>;
  return (
    <table className="dense" aria-label="What changed">
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {found.map((change) => (
          <tr key={change.path}>
            <th scope="row">{change.path}</th>
            <td className={classes.was}>{change.before ?? '–'}</td>
            <td className={classes.is}>{change.after ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

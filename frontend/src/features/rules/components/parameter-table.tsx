import { Fragment } from 'react';
import type { Rule } from '@/api/types';
import { calendarDay } from '@/ui/time';
import { type Parameter, titleOf, valueText } from '../rules-model';
import { ConfidenceBadge } from './confidence-badge';
import classes from './rules.module.css';

/** Each parameter with the value of the day, and beneath it those of other periods. */
export function ParameterTable({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <table className="dense">
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Value</th>
          <th scope="col">Unit</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Confidence</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((p) => (
          <Fragment key={p.name}>
            {p.now ? (
              <RuleRow rule={p.now} inForce />
            ) : (
              <tr data-parameter={p.name}>
                <th scope="row">{titleOf(p.name)}</th>
                <td colSpan={6} className="dim">
                  no value on this day
                </td>
              </tr>
            )}
            {p.others.map((r) => (
              <RuleRow key={r.effectiveFrom} rule={r} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function RuleRow({ rule, inForce }: { rule: Rule; inForce?: boolean }) {
  return (
    <tr
      className={inForce ? undefined : classes.past}
      data-parameter={rule.name}
      data-in-force={inForce ?? false}
    >
      <th scope="row">
        {inForce ? titleOf(rule.name) : <span className={classes.other}>not on this day</span>}
      </th>
      <td className="wrap">{inForce ? <b>{valueText(rule)}</b> : valueText(rule)}</td>
      <td className="dim">{rule.unit}</td>
      <td>{calendarDay(rule.effectiveFrom, false)}</td>
      <td className="dim">{rule.effectiveTo ? calendarDay(rule.effectiveTo, false) : 'open'}</td>
      <td>
        <ConfidenceBadge confidence={rule.confidence} />
      </td>
      <td className={`wrap ${classes.source}`}>{rule.source}</td>
    </tr>
  );
}

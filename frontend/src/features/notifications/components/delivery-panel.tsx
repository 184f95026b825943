'use client';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { deliveriesQuery } from '../api';
import { STATE_TEXT, STATE_TONE } from '../rule-model';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When each notification went where, and what became of it. */
export function DeliveryPanel() {
  const deliveries = useQuery(deliveriesQuery);
  return (
    <Panel title="Deliveries" testId="deliveries">
      <Answered query={deliveries}>
        {(all) =>
          all.length === 0 ? (
            <Empty title="Nothing delivered yet" />
          ) : (
            <table className="dense roomy">
              <thead>
                <tr>
                  <th scope="col">Made</th>
                  <th scope="col">What</th>
                  <th scope="col">To</th>
                  <th scope="col">State</th>
                  <th scope="col">When</th>
                  <th scope="col" className="n">
                    Attempts
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.map((d) => (
                  <tr key={d.id}>
                    <td>{moment(d.createdAt, HERE)}</td>
                    <th scope="row">{d.title}</th>
                    <td>
                      {d.recipient}{' '}
                      <span className="dim">
                        {d.channel === 'email' ? 'by e-mail' : 'in the application'}
                      </span>
                    </td>
                    <td>
                      <Badge tone={STATE_TONE[d.state]} dot>
                        {STATE_TEXT[d.state]}
                      </Badge>{' '}
                      {d.error && <span className="dim">{d.error}</span>}
                    </td>
                    <td>{moment(d.finishedAt ?? d.dueAt, HERE)}</td>
                    <td className="n">{d.attempts}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
    </Panel>
  );
}

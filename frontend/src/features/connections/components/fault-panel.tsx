'use client';
import { useQuery } from '@tanstack/react-query';
import type { ExchangeConnection } from '@/api/types';
import { Panel } from '@/ui/panel';
import { Answered, Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { faultsQuery } from '../api';

/** What people have to look at on a connection. */
export function FaultPanel({ connection }: { connection: ExchangeConnection }) {
  const faults = useQuery(faultsQuery(connection.id));
  return (
    <Panel title={`Faults of ${connection.operatorCode}`} testId="connection-faults">
      <Answered query={faults}>
        {(all) =>
          all.length === 0 ? (
            <Empty title="No faults">Whatever came from the exchange could be read and was right.</Empty>
          ) : (
            <table className="dense roomy">
              <thead>
                <tr>
                  <th scope="col">At, UTC</th>
                  <th scope="col">Kind</th>
                  <th scope="col">About</th>
                  <th scope="col">What</th>
                </tr>
              </thead>
              <tbody>
                {all.map((fault) => (
                  <tr key={fault.id}>
                    <td>
                      <time dateTime={fault.at}>{moment(fault.at, 'UTC')}</time>
                    </td>
                    <td>{fault.code.replaceAll('_', ' ')}</td>
                    <th scope="row">{fault.subject}</th>
                    <td className="wrap">{fault.message}</td>
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

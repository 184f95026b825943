'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { marketsQuery } from '@/features/market/api';
import { useCan } from '@/features/session/session-context';
import { figure } from '@/ui/format';
import { Page, Panel } from '@/ui/panel';
import { Answered, Badge, Empty } from '@/ui/states';
import { moment } from '@/ui/time';
import { importsQuery } from '../api';
import { FORMATS, IMPORT_TEXT, IMPORT_TONE } from '../import-model';
import { NewImport } from './new-import';

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function ImportDesk() {
  const imports = useQuery(importsQuery);
  const zone = useQuery(marketsQuery).data?.[0]?.timeZone ?? HERE;
  const mayImport = useCan('imports:write');
  return (
    <Page
      title="Imports"
      hint="A day's order books become an auction of your own; an exchange's published prices become history beside the simulated ones."
    >
      {mayImport && <NewImport />}
      <Panel title="Imports so far" meta={imports.data ? `${imports.data.length}` : undefined}>
        <Answered query={imports}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="Nothing imported yet">
                {mayImport
                  ? 'Drop files above, or use the generated sample day to see the whole way in a minute.'
                  : 'Somebody who may import (trader, analyst) has to bring in the first day.'}
              </Empty>
            ) : (
              <table className="dense roomy">
                <thead>
                  <tr>
                    <th scope="col">Imported</th>
                    <th scope="col">State</th>
                    <th scope="col">Format</th>
                    <th scope="col" className="n">
                      Files
                    </th>
                    <th scope="col" className="n">
                      Rows
                    </th>
                    <th scope="col" className="n">
                      Refused lines
                    </th>
                    <th scope="col" className="n">
                      Auctions made
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((i) => (
                    <tr key={i.id}>
                      <th scope="row">
                        <Link className="rowlink" href={`/imports/${i.id}`}>
                          {moment(i.createdAt, zone)}
                        </Link>
                      </th>
                      <td>
                        <Badge tone={IMPORT_TONE[i.state]} dot>
                          {IMPORT_TEXT[i.state]}
                        </Badge>
                      </td>
                      <td className="dim">
                        {FORMATS.find((f) => f.code === i.format)?.name ?? i.format}
                        {i.dryRun && ' (dry run)'}
                      </td>
                      <td className="n">{i.files.length}</td>
                      <td className="n">
                        {figure(
                          i.files.reduce((n, f) => n + f.rows, 0),
                          0,
                        )}
                      </td>
                      <td className={`n ${i.faultCount ? 'down' : ''}`}>{figure(i.faultCount, 0)}</td>
                      <td className="n">{i.auctionIds.length}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Answered>
      </Panel>
    </Page>
  );
}

'use client';
import { useQuery } from '@tanstack/react-query';
import { figure, money } from '@/ui/format';
import { Answered, Badge, Empty, type Tone } from '@/ui/states';
import { deviationsQuery } from '../api';
import { bandText } from '../statement-model';
import { blockIn, blockUnit, decimalText, priceIn, priceUnit, shown } from '../units';
import { useUnits } from '../use-units';

const TONES: Tone[] = ['quiet', 'good', 'warn', 'bad'];

interface Props {
  statementId: string;
  assetId: string;
  day: string;
  currency: string;
}

/** Each metered block beside its schedule, with the band its deviation reaches. */
export function DeviationTable({ statementId, assetId, day, currency }: Props) {
  const deviations = useQuery(deviationsQuery(statementId, assetId, day));
  const units = useUnits();
  return (
    <Answered query={deviations} rows={8}>
      {(items) =>
        items.length === 0 ? (
          <Empty title="No block of that day is metered" />
        ) : (
          <table className="dense" data-testid="deviations">
            <thead>
              <tr>
                <th scope="col">Block</th>
                <th scope="col" className="n">
                  Schedule, {blockUnit(units)}
                </th>
                <th scope="col" className="n">
                  Meter
                </th>
                <th scope="col" className="n">
                  Deviation
                </th>
                <th scope="col" className="n">
                  %
                </th>
                <th scope="col">Band</th>
                <th scope="col" className="n">
                  Hz
                </th>
                <th scope="col" className="n">
                  Rate, {priceUnit(units, currency)}
                </th>
                <th scope="col" className="n">
                  Charge
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((d) => (
                <tr key={d.block}>
                  <th scope="row">{d.block}</th>
                  <td className="n">{shown(blockIn(units, d.scheduledMwh))}</td>
                  <td className="n">{shown(blockIn(units, d.actualMwh))}</td>
                  <td className="n">{shown(blockIn(units, d.deviationMwh))}</td>
                  <td className="n">{figure(d.percent)}</td>
                  <td>
                    <Badge tone={TONES[d.band] ?? 'quiet'}>{bandText(d.band)}</Badge>
                  </td>
                  <td className="n">
                    {typeof d.frequencyHz === 'number' ? decimalText(d.frequencyHz) : '–'}
                  </td>
                  <td className="n">
                    {typeof d.referenceRate === 'number' ? shown(priceIn(units, d.referenceRate)) : '–'}
                  </td>
                  <td className="n">{money(d.amount, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Answered>
  );
}

'use client';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { SettledLine } from '@/api/types';
import { money } from '@/ui/format';
import { More } from '@/ui/more';
import { Answered, Empty } from '@/ui/states';
import { linesQuery } from '../api';
import { words } from '../statement-model';
import { decimalText, energyIn, energyUnit, priceIn, priceUnit, shown, type Units } from '../units';
import { useUnits } from '../use-units';

interface Props {
  statementId: string;
  assetId: string;
  day: string;
  currency: string;
  onOrigin: (line: SettledLine) => void;
}

const isEnergy = (line: SettledLine): boolean => line.quantityUnit === 'MWh';

const quantityOf = (line: SettledLine, units: Units): string =>
  isEnergy(line)
    ? `${shown(energyIn(units, line.quantity))} ${energyUnit(units)}`
    : `${shown(decimalText(line.quantity))} ${line.quantityUnit}`;

const priceOf = (line: SettledLine, units: Units): string =>
  isEnergy(line) ? shown(priceIn(units, line.price)) : shown(decimalText(line.price));

/** Every amount of an asset's day; each says on demand where it comes from. */
export function LineTable({ statementId, assetId, day, currency, onOrigin }: Props) {
  const lines = useInfiniteQuery(linesQuery(statementId, assetId, day));
  const units = useUnits();
  return (
    <Answered query={lines} rows={8}>
      {({ pages }) => {
        const items = pages.flatMap((p) => p.items);
        if (items.length === 0) return <Empty title="No line on that day" />;
        return (
          <>
            <table className="dense" data-testid="lines">
              <thead>
                <tr>
                  <th scope="col">Block</th>
                  <th scope="col">Line</th>
                  <th scope="col">Source</th>
                  <th scope="col" className="n">
                    Quantity
                  </th>
                  <th scope="col" className="n">
                    Price, {priceUnit(units, currency)}
                  </th>
                  <th scope="col" className="n">
                    %
                  </th>
                  <th scope="col" className="n">
                    Amount
                  </th>
                  <th scope="col">
                    <span className="sr">Where it comes from</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((line) => (
                  <tr key={line.number} data-kind={line.kind}>
                    <td>{line.block === 0 ? 'day' : line.block}</td>
                    <th scope="row">{words(line.kind)}</th>
                    <td className="dim">{words(line.source)}</td>
                    <td className="n">{quantityOf(line, units)}</td>
                    <td className="n">{priceOf(line, units)}</td>
                    <td className="n">{shown(decimalText(line.percent))}</td>
                    <td className="n">{money(line.amount, currency)}</td>
                    <td>
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        aria-label={`Why? Line ${line.number}`}
                        onClick={() => onOrigin(line)}
                      >
                        Why?
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <More of={lines} label="More lines" />
          </>
        );
      }}
    </Answered>
  );
}

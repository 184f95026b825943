import { useQuery } from '@tanstack/react-query';
import type { LinkFlow } from '@/api/types';
import { waitingFor } from '@/features/auctions/auction-model';
import { figure, plural } from '@/ui/format';
import { Answered, Badge, Empty } from '@/ui/states';
import { flowsQuery } from '../api';
import type { DockProps } from './dock-props';
import classes from './results.module.css';

export function FlowTable({ auction, shown, block, onBlock }: DockProps) {
  const flows = useQuery(flowsQuery(shown?.id ?? null));
  if (!shown)
    return (
      <Empty title="No run yet">
        {waitingFor(auction, 'the flow on each link and its limits stand here')}
      </Empty>
    );
  const i = block - auction.firstBlock;
  return (
    <Answered query={flows}>
      {(links) => {
        const before = links.some((l) => [...l.forwardTakenMwh, ...l.reverseTakenMwh].some((t) => t > 0));
        return (
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">Link</th>
                <th scope="col" className="n">
                  Flow, block {block}
                </th>
                <th scope="col" className="n">
                  Limit
                </th>
                {before && (
                  <th
                    scope="col"
                    className="n"
                    title="What auctions that clear before this one took of the link"
                  >
                    Taken before
                  </th>
                )}
                <th scope="col" className="n">
                  Use
                </th>
                <th scope="col" colSpan={2}>
                  At limit
                </th>
                <th
                  scope="col"
                  className="n"
                  title="What one more MWh of capacity would be worth: the price difference"
                >
                  Shadow price
                </th>
                <th scope="col" className="n" title="Flow times price difference over the whole day">
                  Rent, day
                </th>
                <th scope="col">Day</th>
              </tr>
            </thead>
            <tbody>
              {links.map((l) => {
                const flow = l.flowMwh[i] ?? 0;
                const limit = limitOf(l, i);
                const use = limit > 0 ? Math.abs(flow) / limit : 0;
                return (
                  <tr key={`${l.from}-${l.to}`}>
                    <th scope="row">{flow < 0 ? `${l.to} → ${l.from}` : `${l.from} → ${l.to}`}</th>
                    <td className="n">{figure(Math.abs(flow), 1)}</td>
                    <td className="n dim">{figure(limit, 0)}</td>
                    {before && <td className="n dim">{figure(takenOf(l, i), 1)}</td>}
                    <td className={`n ${l.binding[i] ? 'down' : ''}`}>{figure(use * 100, 0)} %</td>
                    <td>
                      {l.binding[i] ? <Badge tone="bad">at limit</Badge> : <span className="dim">free</span>}
                    </td>
                    <td className="n">{plural(l.binding.filter(Boolean).length, 'block')}</td>
                    <td className="n">{figure(Math.abs(l.shadowPrices[i] ?? 0), 2)}</td>
                    <td className="n dim">
                      {figure(
                        l.congestionRent.reduce((sum, rent) => sum + rent, 0),
                        0,
                      )}
                    </td>
                    <td>
                      <Strip link={l} chosen={i} onChoose={(n) => onBlock(auction.firstBlock + n)} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        );
      }}
    </Answered>
  );
}

const takenOf = (l: LinkFlow, i: number): number =>
  ((l.flowMwh[i] ?? 0) < 0 ? l.reverseTakenMwh[i] : l.forwardTakenMwh[i]) ?? 0;

const limitOf = (l: LinkFlow, i: number): number =>
  ((l.flowMwh[i] ?? 0) < 0 ? l.reverseCapacityMwh[i] : l.forwardCapacityMwh[i]) ?? 0;

/** The link's day: height is the use of its limit, up forward and down in reverse; full blocks are marked. */
function Strip({
  link,
  chosen,
  onChoose,
}: {
  link: LinkFlow;
  chosen: number;
  onChoose: (index: number) => void;
}) {
  const n = link.flowMwh.length;
  const width = Math.max(96, n * (n > 48 ? 2 : 4));
  const w = width / n;
  return (
    <svg width={width} height={18} className={classes.strip} aria-hidden>
      <line x1={0} x2={width} y1={9} y2={9} stroke="var(--ob-line-strong)" />
      {link.flowMwh.map((f, i) => {
        const limit = limitOf(link, i);
        const h = Math.max(0.8, (limit > 0 ? Math.min(1, Math.abs(f) / limit) : 0) * 8.5);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the chart chooses the block by keyboard
          <rect
            key={i}
            x={i * w + 0.5}
            width={Math.max(1, w - (n > 48 ? 0.5 : 1))}
            y={f < 0 ? 9 : 9 - h}
            height={h}
            fill={link.binding[i] ? 'var(--ob-down)' : 'var(--ob-accent)'}
            opacity={i === chosen ? 1 : link.binding[i] ? 0.9 : 0.5}
            onClick={() => onChoose(i)}
          />
        );
      })}
    </svg>
  );
}

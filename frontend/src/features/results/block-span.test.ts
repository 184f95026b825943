import { describe, expect, it } from 'vitest';
import { blockEdges, blockStarts, lastBlock } from './block-span';

/** The blocks of a day, as the server lists them. */
function day(from: string, count: number, minutes: number) {
  const start = Date.parse(from);
  return Array.from({ length: count }, (_, i) => ({
    block: i + 1,
    startsAt: new Date(start + i * minutes * 60_000).toISOString(),
    endsAt: new Date(start + (i + 1) * minutes * 60_000).toISOString(),
  }));
}
const frame = (timeZone: string, blockCount: number, firstBlock = 1) => ({
  timeZone,
  blockMinutes: 15,
  firstBlock,
  blockCount,
});

describe('times of blocks', () => {
  it('tells the hour that comes twice apart on a day of 100 blocks', () => {
    const starts = blockStarts(day('2026-10-25T00:00:00+02:00', 100, 15), frame('Europe/Rome', 100));
    expect(starts).toHaveLength(100);
    expect(new Set(starts).size).toBe(100);
    expect([starts[7], starts[8], starts[12], starts[16]]).toEqual([
      '01:45',
      '02:00 CEST',
      '02:00 CET',
      '03:00',
    ]);
  });

  it('leaves out the hour that is not there on a day of 92 blocks', () => {
    const starts = blockStarts(day('2026-03-29T00:00:00+01:00', 92, 15), frame('Europe/Rome', 92));
    expect([starts[7], starts[8], starts[91]]).toEqual(['01:45', '03:00', '23:45']);
  });

  it('names the two blocks of a session and the end of the day', () => {
    const blocks = day('2026-11-27T00:00:00+05:30', 96, 15);
    expect(blockEdges(blocks, frame('Asia/Kolkata', 2, 23))).toEqual(['05:30', '05:45', '06:00']);
    expect(blockEdges(blocks, frame('Asia/Kolkata', 96)).at(-1)).toBe('24:00');
    expect(blockEdges(undefined, frame('Asia/Kolkata', 2, 95))).toEqual(['23:30', '23:45', '24:00']);
    expect(lastBlock({ firstBlock: 95, blockCount: 2 })).toBe(96);
  });
});

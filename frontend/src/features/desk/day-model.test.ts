import { describe, expect, it } from 'vitest';
import { blockPosition, workingDay } from './day-model';

const at = (time: string) => Date.parse(`2026-11-26T${time}+05:30`);

describe('the day a desk works on', () => {
  it('is today until the gates for tomorrow open', () => {
    expect(workingDay(at('09:59:59'), 'Asia/Kolkata', '2026-01-01')).toBe('2026-11-26');
    expect(workingDay(at('10:00:00'), 'Asia/Kolkata', '2026-01-01')).toBe('2026-11-27');
  });
  it('is never before the exchange’s first', () =>
    expect(workingDay(at('09:30:00'), 'Asia/Kolkata', '2026-11-27')).toBe('2026-11-27'));
});

it('stands in the day in blocks, and nowhere outside of it', () => {
  expect(blockPosition(at('12:07:30'), '2026-11-26')).toBe(48.5);
  expect(blockPosition(at('00:00:00'), '2026-11-26')).toBe(0);
  expect(blockPosition(at('12:00:00'), '2026-11-27')).toBeNull();
});

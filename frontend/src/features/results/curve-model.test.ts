import { describe, expect, it } from 'vitest';
import { curvePath, frameOf, marks, priceAt } from './curve-model';

const supply = [
  { price: 10, quantityMwh: 100 },
  { price: 20, quantityMwh: 200 },
];

describe('step curves', () => {
  it('holds each price up to its quantity', () => {
    expect(priceAt(supply, 150, 'step')).toBe(20);
    expect(priceAt(supply, 100, 'step')).toBe(10);
    expect(priceAt(supply, 201, 'step')).toBeNull();
    expect(priceAt(supply, 50, 'step')).toBeNull();
  });
  it('draws right angles only', () => {
    expect(
      curvePath(
        supply,
        'step',
        (q) => q,
        (p) => p,
      ),
    ).toBe('M100.0,10.0V20.0H200.0');
  });
  it('frames the clearing point, even outside of the curves’ prices', () => {
    const f = frameOf({
      area: 'N',
      block: 1,
      clearing: { price: 99, quantityMwh: 300 },
      supply,
      demand: supply,
    });
    expect(f.p1).toBeGreaterThan(99);
    expect(f.q1).toBe(300);
  });
  it('puts marks on round figures', () => expect(marks(-3, 47, 5)).toEqual([0, 10, 20, 30, 40]));
});

describe('interpolated curves', () => {
  it('reads between its corners', () => {
    expect(priceAt(supply, 150, 'linear')).toBe(15);
    expect(priceAt(supply, 99, 'linear')).toBeNull();
  });
  it('draws lines, and keeps the order of corners at one quantity', () => {
    const points = [...supply, { price: 30, quantityMwh: 200 }];
    expect(
      curvePath(
        points,
        'linear',
        (q) => q,
        (p) => p,
      ),
    ).toBe('M100.0,10.0L200.0,20.0L200.0,30.0');
  });
});

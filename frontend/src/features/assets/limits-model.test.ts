import { describe, expect, it } from 'vitest';
import { LIMIT_FIELDS, proposed, written } from './limits-model';

describe('limits of an asset', () => {
  it('proposes every limit a type must have, from its powers', () => {
    expect(proposed('solar', 250, 0)).toEqual({ installedCapacityMw: 250, availableCapacityMw: 250 });
    expect(proposed('load', 0, 90).contractDemandMw).toBe(90);
    expect(proposed('hydro', 180, 100).scheme).toBe('pumped');
    for (const [type, fields] of Object.entries(LIMIT_FIELDS)) {
      const draft = proposed(type as keyof typeof LIMIT_FIELDS, 10, 10);
      for (const field of fields.filter((x) => !x.optional)) expect(draft[field.key]).toBeDefined();
    }
  });

  it('sends only what the type has and somebody wrote', () => {
    const draft = { ...proposed('battery', 10, 10), maximumCyclesPerDay: undefined, inflowMw: 3 };
    expect(written('battery', draft)).not.toHaveProperty('maximumCyclesPerDay');
    expect(written('battery', draft)).not.toHaveProperty('inflowMw');
    expect(written('hydro', { scheme: 'reservoir', reservoirMwh: 5 })).toEqual({
      scheme: 'reservoir',
      reservoirMwh: 5,
    });
  });
});

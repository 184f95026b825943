import type { AssetInput, TechnicalLimits } from '@/api/types';

type Type = AssetInput['type'];

/** One limit as the form asks for it. */
export interface LimitField {
  key: string;
  label: string;
  unit: string;
  /** What a fresh form proposes; the asset's own powers by their name. */
  start: number | 'injection' | 'withdrawal' | null;
  hint?: string;
  optional?: boolean;
}

/** A limit that is a choice of words rather than a figure. */
export const SCHEMES = ['run_of_river', 'reservoir', 'pumped'] as const;

const f = (
  key: string,
  label: string,
  unit: string,
  start: LimitField['start'],
  more: Pick<LimitField, 'hint' | 'optional'> = {},
): LimitField => ({ key, label, unit, start, ...more });

const CAPACITIES = [
  f('installedCapacityMw', 'Installed capacity', 'MW', 'injection'),
  f('availableCapacityMw', 'Available capacity', 'MW', 'injection', {
    hint: 'In service; deviation is a share of it',
  }),
];
const RAMPS = [
  f('rampUpMwPerMinute', 'Ramp up', 'MW/min', 5),
  f('rampDownMwPerMinute', 'Ramp down', 'MW/min', 5),
];

export const LIMIT_FIELDS: Record<Type, LimitField[]> = {
  solar: CAPACITIES,
  wind: CAPACITIES,
  thermal: [
    f('minimumStableMw', 'Minimum stable load', 'MW', 0),
    ...RAMPS,
    f('minimumUpHours', 'Minimum up time', 'h', 8),
    f('minimumDownHours', 'Minimum down time', 'h', 6),
    f('warmAfterHours', 'Starts warm after', 'h still', 10),
    f('coldAfterHours', 'Starts cold after', 'h still', 72),
    f('hotStartCost', 'Hot start', 'per start', 0),
    f('warmStartCost', 'Warm start', 'per start', 0),
    f('coldStartCost', 'Cold start', 'per start', 0),
    f('variableCostPerMwh', 'Variable cost', 'per MWh', 0),
  ],
  nuclear: [
    f('minimumStableMw', 'Minimum stable load', 'MW', 0),
    ...RAMPS,
    f('variableCostPerMwh', 'Variable cost', 'per MWh', 0),
  ],
  hydro: [
    f('reservoirMwh', 'Reservoir', 'MWh', 1000, { hint: '0 for run of river' }),
    f('minimumReservoirMwh', 'Lowest level', 'MWh', 0),
    f('initialReservoirMwh', 'Level as a day begins', 'MWh', 500),
    f('inflowMw', 'Inflow', 'MW', 0),
    f('generatingEfficiency', 'Generating efficiency', '0–1', 0.9),
    f('pumpingEfficiency', 'Pumping efficiency', '0–1', null, {
      optional: true,
      hint: 'Pumped plants only',
    }),
  ],
  battery: [
    f('energyCapacityMwh', 'Energy capacity', 'MWh', 100),
    f('chargeEfficiency', 'Charge efficiency', '0–1', 0.94),
    f('dischargeEfficiency', 'Discharge efficiency', '0–1', 0.94),
    f('minimumStateOfCharge', 'Lowest state of charge', '0–1', 0.05),
    f('maximumStateOfCharge', 'Highest state of charge', '0–1', 0.95),
    f('initialStateOfCharge', 'Charge as a day begins', '0–1', 0.5),
    f('maximumCyclesPerDay', 'Cycles a day', 'at most', null, { optional: true, hint: 'Empty: no limit' }),
    f('degradationCostPerMwh', 'Wear', 'per MWh discharged', 0),
  ],
  load: [
    f('minimumLoadMw', 'Minimum load', 'MW', 0),
    f('sheddableShare', 'Sheddable share', '0–1', 0),
    f('contractDemandMw', 'Contract demand', 'MW', 'withdrawal'),
  ],
};

/** Limits as they are being written: empty fields are missing. */
export type LimitsDraft = Record<string, number | string | undefined>;

export function draftOf(limits: TechnicalLimits): LimitsDraft {
  return { ...(limits as unknown as LimitsDraft) };
}

/** What a fresh form proposes for a type. */
export function proposed(type: Type, injectionMw: number, withdrawalMw: number): LimitsDraft {
  const draft: LimitsDraft = type === 'hydro' ? { scheme: withdrawalMw > 0 ? 'pumped' : 'reservoir' } : {};
  for (const field of LIMIT_FIELDS[type]) {
    if (field.start === 'injection') draft[field.key] = injectionMw;
    else if (field.start === 'withdrawal') draft[field.key] = withdrawalMw;
    else if (field.start !== null) draft[field.key] = field.start;
  }
  return draft;
}

/** Only the type's own fields, without the empty ones; the server judges the rest. */
export function written(type: Type, draft: LimitsDraft): TechnicalLimits {
  const keys = [...LIMIT_FIELDS[type].map((field) => field.key), ...(type === 'hydro' ? ['scheme'] : [])];
  const kept = keys.filter((key) => draft[key] !== undefined).map((key) => [key, draft[key]]);
  return Object.fromEntries(kept) as TechnicalLimits;
}

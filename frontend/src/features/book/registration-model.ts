import type { Contract, ContractInput, Registration, RegistrationInput } from '@/api/types';
import { figure } from '@/ui/format';

export type RecordKind = Registration['kind'];

export const KIND_NAMES: Record<RecordKind, string> = {
  client_code: 'Client code',
  standing_clearance: 'Standing clearance',
  network_access: 'Network access (T-GNA)',
  margin: 'Margin',
};

/** What people write into a form of a record: text until it is sent. */
export interface RecordForm {
  kind: RecordKind;
  operatorCode: string;
  assetId: string;
  clientCode: string;
  portfolioCode: string;
  quantumMw: string;
  amount: string;
  currency: string;
  asOf: string;
  reference: string;
  validFrom: string;
  validTo: string;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

export const recordForm = (r?: Registration): RecordForm => ({
  kind: r?.kind ?? 'client_code',
  operatorCode: text(r?.operatorCode),
  assetId: text(r?.assetId),
  clientCode: text(r?.clientCode),
  portfolioCode: text(r?.portfolioCode),
  quantumMw: text(r?.quantumMw),
  amount: text(r?.amount),
  currency: r?.currency ?? 'INR',
  asOf: text(r?.asOf).slice(0, 16),
  reference: text(r?.reference),
  validFrom: text(r?.validFrom),
  validTo: text(r?.validTo),
});

/** A decimal as people write it; nothing where it is none, so that the server names the field. */
export const decimal = (value: string): number | undefined => {
  const n = Number(value.trim().replace(',', '.'));
  return value.trim() === '' || !Number.isFinite(n) ? undefined : n;
};

const given = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());

export const hasOperator = (kind: RecordKind): boolean => kind === 'client_code' || kind === 'margin';

/** Only what the kind has; times are those of the operators, in India. */
export function recordInput(f: RecordForm): RegistrationInput {
  const common = {
    kind: f.kind,
    reference: given(f.reference),
    validFrom: given(f.validFrom),
    validTo: given(f.validTo),
  };
  switch (f.kind) {
    case 'client_code':
      return {
        ...common,
        operatorCode: given(f.operatorCode),
        clientCode: given(f.clientCode),
        portfolioCode: given(f.portfolioCode),
      };
    case 'margin':
      return {
        ...common,
        operatorCode: given(f.operatorCode),
        amount: decimal(f.amount),
        currency: given(f.currency),
        asOf: f.asOf ? `${f.asOf}:00+05:30` : undefined,
      };
    default:
      return { ...common, assetId: given(f.assetId), quantumMw: decimal(f.quantumMw) };
  }
}

export interface ContractForm {
  kind: Contract['kind'];
  reference: string;
  party: string;
  assetId: string;
  /** Empty: the real markets. */
  exchangeId: string;
  side: Contract['side'];
  validFrom: string;
  validTo: string;
  shape: Contract['profile']['shape'];
  megawatts: string;
  from: string;
  to: string;
  price: string;
  currency: string;
}

/**
 * @param exchangeId the exchange in whose days a new contract counts, unless somebody chooses otherwise
 */
export const contractForm = (exchangeId: string, c?: Contract): ContractForm => ({
  kind: c?.kind ?? 'bilateral',
  reference: text(c?.reference),
  party: text(c?.party),
  assetId: text(c?.assetId),
  exchangeId: c ? text(c.exchangeId) : exchangeId,
  side: c?.side ?? 'sell',
  validFrom: text(c?.validFrom),
  validTo: text(c?.validTo),
  shape: c?.profile.shape ?? 'flat',
  megawatts: text(c?.profile.megawatts),
  from: c?.profile.from ?? '18:00',
  to: c?.profile.to ?? '22:00',
  price: text(c?.price),
  currency: c?.currency ?? 'INR',
});

/**
 * @param before the contract that is changed: it keeps its blocks where it has some
 */
export function contractInput(f: ContractForm, before?: Contract): ContractInput {
  const profile =
    f.shape === 'blocks'
      ? { shape: f.shape, blocks: before?.profile.blocks ?? [] }
      : {
          shape: f.shape,
          megawatts: decimal(f.megawatts),
          ...(f.shape === 'peak' ? { from: f.from, to: f.to } : {}),
        };
  return {
    kind: f.kind,
    reference: given(f.reference),
    party: given(f.party),
    assetId: given(f.assetId),
    exchangeId: given(f.exchangeId),
    side: f.side,
    validFrom: given(f.validFrom),
    validTo: given(f.validTo),
    profile,
    price: decimal(f.price),
    currency: given(f.currency),
  };
}

/** "50.000 MW, 18:00 to 22:00". */
export function profileWords({ profile }: Pick<Contract, 'profile'>): string {
  switch (profile.shape) {
    case 'blocks':
      return `by block, up to ${figure(Math.max(...profile.blocks), 3)} MW`;
    case 'peak':
      return `${figure(profile.megawatts, 3)} MW, ${profile.from} to ${profile.to}`;
    default:
      return `${figure(profile.megawatts, 3)} MW all day`;
  }
}

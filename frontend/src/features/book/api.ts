import { queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { BookDay, Contract, ContractInput, Registration, RegistrationInput } from '@/api/types';
import type { Portfolio } from './portfolio-model';

/** What a book is of. */
export interface BookChoice {
  /** The simulated exchange; null for the real markets. */
  exchangeId: string | null;
  deliveryDay: string;
  portfolio: Portfolio;
}

const asked = ({ exchangeId, deliveryDay, portfolio }: BookChoice) => ({
  deliveryDay,
  ...(exchangeId ? { exchangeId } : {}),
  ...portfolio,
});

/** The position of a day; kept under its exchange, whose events and bids make it old. */
export const bookQuery = (choice: BookChoice) =>
  queryOptions({
    queryKey: ['exchange', choice.exchangeId ?? 'real', 'book', choice.deliveryDay, choice.portfolio],
    queryFn: async (): Promise<BookDay> =>
      (await must(api().GET('/api/v1/book', { params: { query: asked(choice) } }))) as BookDay,
  });

export const bookPath = (choice: BookChoice, format: 'csv' | 'xlsx'): string =>
  `/api/v1/book/export?${new URLSearchParams({ ...asked(choice), format })}`;

export const contractsQuery = queryOptions({
  queryKey: ['contracts'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/contracts', { params: { query: { limit: 200 } } }))).items as Contract[],
});

export const createContract = (call: { input: ContractInput; key: string }) =>
  must(
    api().POST('/api/v1/contracts', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const replaceContract = (contract: Contract, input: ContractInput) =>
  must(
    api().PUT('/api/v1/contracts/{id}', {
      params: { path: { id: contract.id }, header: { 'If-Match': etag(contract) } },
      body: input,
    }),
  );

export const removeContract = (contract: Contract): Promise<void> =>
  done(
    api().DELETE('/api/v1/contracts/{id}', {
      params: { path: { id: contract.id }, header: { 'If-Match': etag(contract) } },
    }),
  );

/** Gives a contract the profile of a CSV file. */
export const importProfile = (call: { contract: Contract; csv: string }) =>
  must(
    api().PUT('/api/v1/contracts/{id}/profile', {
      params: { path: { id: call.contract.id }, header: { 'If-Match': etag(call.contract) } },
      body: call.csv,
      bodySerializer: (csv) => csv as string,
      headers: { 'Content-Type': 'text/csv' },
    }),
  );

export const registrationsQuery = queryOptions({
  queryKey: ['registrations', 'all'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/registrations', { params: { query: { limit: 200 } } })))
      .items as Registration[],
});

/** Records whose last day is near. */
export const NOTICE_DAYS = 30;
export const expiringQuery = queryOptions({
  queryKey: ['registrations', 'expiring'],
  queryFn: async () =>
    (
      await must(
        api().GET('/api/v1/registrations', {
          params: { query: { limit: 200, expiringWithinDays: NOTICE_DAYS } },
        }),
      )
    ).items as Registration[],
});

export const createRegistration = (call: { input: RegistrationInput; key: string }) =>
  must(
    api().POST('/api/v1/registrations', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const replaceRegistration = (record: Registration, input: RegistrationInput) =>
  must(
    api().PUT('/api/v1/registrations/{id}', {
      params: { path: { id: record.id }, header: { 'If-Match': etag(record) } },
      body: input,
    }),
  );

export const removeRegistration = (record: Registration): Promise<void> =>
  done(
    api().DELETE('/api/v1/registrations/{id}', {
      params: { path: { id: record.id }, header: { 'If-Match': etag(record) } },
    }),
  );

import { queryOptions } from '@tanstack/react-query';
import { api, done, must } from '@/api/client';
import { etag } from '@/api/preconditions';
import type { AlertRule, AlertRuleInput, NotificationSettings } from '@/api/types';

export const inboxQuery = queryOptions({
  queryKey: ['notifications', 'inbox'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/notifications', { params: { query: { limit: 50 } } }))).items,
});

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async () => (await must(api().GET('/api/v1/notifications/unread'))).unread,
});

export const markRead = (id: string) =>
  must(api().POST('/api/v1/notifications/{id}/read', { params: { path: { id } } }));

export const markAllRead = () => must(api().POST('/api/v1/notifications/read'));

export const deliveriesQuery = queryOptions({
  queryKey: ['notifications', 'deliveries'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/notifications/deliveries', { params: { query: { limit: 50 } } }))).items,
});

export const rulesQuery = queryOptions({
  queryKey: ['alert-rules'],
  queryFn: async () =>
    (await must(api().GET('/api/v1/alert-rules', { params: { query: { limit: 200 } } }))).items,
});

export const createRule = (call: { input: AlertRuleInput; key: string }): Promise<AlertRule> =>
  must(
    api().POST('/api/v1/alert-rules', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.input,
    }),
  );

export const replaceRule = (rule: AlertRule, input: AlertRuleInput): Promise<AlertRule> =>
  must(
    api().PUT('/api/v1/alert-rules/{id}', {
      params: { path: { id: rule.id }, header: { 'If-Match': etag(rule) } },
      body: input,
    }),
  );

export const deleteRule = (rule: AlertRule): Promise<void> =>
  done(
    api().DELETE('/api/v1/alert-rules/{id}', {
      params: { path: { id: rule.id }, header: { 'If-Match': etag(rule) } },
    }),
  );

export const settingsQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: () => must(api().GET('/api/v1/notification-settings')),
});

export const putSettings = (call: {
  seen: NotificationSettings;
  timeZone: string;
  quietFrom?: string;
  quietTo?: string;
}): Promise<NotificationSettings> =>
  must(
    api().PUT('/api/v1/notification-settings', {
      params: { header: { 'If-Match': etag(call.seen) } },
      body: { timeZone: call.timeZone, quietFrom: call.quietFrom, quietTo: call.quietTo },
    }),
  );

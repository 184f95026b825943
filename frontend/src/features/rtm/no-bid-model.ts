import type { NoBidPolicy } from '@/api/types';

export const ACTIONS: { value: NoBidPolicy['action']; label: string }[] = [
  { value: 'default', label: 'Send a template' },
  { value: 'last', label: 'Repeat the bid of the session before' },
  { value: 'none', label: 'Do nothing, and tell everybody' },
];

/** A policy in a sentence. */
export function policyText(policy: NoBidPolicy | undefined, templateName: string | undefined): string {
  if (!policy) return 'Nothing happens, and nobody is told.';
  const when = `${policy.minutesBefore} min before the gate`;
  switch (policy.action) {
    case 'default':
      return `${when} the template ${templateName ?? 'that was chosen'} is sent.`;
    case 'last':
      return `${when} the bid of the session before is repeated.`;
    case 'none':
      return `${when} everybody is told; nothing is sent.`;
  }
}

'use client';
import { useQuery } from '@tanstack/react-query';
import { USUAL_WARNINGS } from '@/features/exchange/gate-model';
import { useCan } from '@/features/session/session-context';
import { gateWarningsQuery } from './api';

/** When one wants to be warned of gates, the earliest first. */
export function useWarningMinutes(): readonly number[] {
  const own = useCan('notifications:own');
  return useQuery({ ...gateWarningsQuery, enabled: own }).data?.minutes ?? USUAL_WARNINGS;
}

import type { MarketEvent } from '@/api/types';
import { EXCHANGE_ZONE } from '@/features/exchange/event-model';
import { clockTime, shortDay, zoneName } from '@/ui/time';

/** "from session 12 of 27 Nov on (gate opens 04:15 IST)". */
export const placementText = (event: MarketEvent | null): string =>
  event
    ? `from session ${event.session} of ${shortDay(event.deliveryDay)} on (gate opens ${clockTime(event.dueAt, EXCHANGE_ZONE)} ${zoneName(EXCHANGE_ZONE)})`
    : 'from the next session that is planned';

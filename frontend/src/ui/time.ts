/** Instants in the market's own zone, whatever zone the screen stands in. */
const made = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let f = made.get(key);
  if (!f) {
    f = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
    made.set(key, f);
  }
  return f;
}

export const clockTime = (at: string | number | Date, zone: string): string =>
  format(zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));

export const clockSeconds = (at: string | number | Date, zone: string): string =>
  format(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(at));

export const moment = (at: string | number | Date, zone: string): string =>
  format(zone, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
    .format(new Date(at))
    .replace(',', '');

/** Names the browser's tables lack in English: they would say GMT+5:30. */
const NAMES: Record<string, string> = { 'Asia/Kolkata': 'IST' };

export const zoneName = (zone: string, at: string | number | Date = Date.now()): string =>
  NAMES[zone] ??
  format(zone, { timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find((p) => p.type === 'timeZoneName')?.value ??
  zone;

/** A calendar day such as 2025-04-02, which has no zone. */
export const calendarDay = (day: string, weekday = true): string =>
  format('UTC', {
    ...(weekday ? { weekday: 'short' as const } : {}),
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '');

/** The start of a block when only the day's plan is known (before the server's own block list is there). */
export function plannedStart(block: number, blockMinutes: number): string {
  const m = (block - 1) * blockMinutes;
  return `${String(Math.floor(m / 60) % 24).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
}

/** The same without its year: "27 Nov", or "Fri 27 Nov" with its weekday. */
export const shortDay = (day: string, weekday = false): string =>
  format('UTC', { ...(weekday ? { weekday: 'short' as const } : {}), day: 'numeric', month: 'short' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '');

/** The calendar day of an instant in a zone, as 2025-04-02. */
export const dayIn = (zone: string, at: string | number | Date): string => {
  const parts = format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(at),
  );
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
};

/** A calendar day so many days later. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

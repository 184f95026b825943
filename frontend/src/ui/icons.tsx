/** A small set of 16-pixel line icons, drawn for this product. All decorative: the control carries the name. */
const paths = {
  trading: 'M1.5 12.5 5.5 7.5l3 2.5 5.5-7M14.5 7V2.5H10',
  pause: 'M5 3v10M11 3v10',
  step: 'M3.5 3v10l7-5zM12.5 3v10',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.6V8l2.4 1.6',
  down: 'M4 6.5 8 10.5l4-4',
  desk: 'M2 13.5h12M3.5 11V7.5M6.5 11V4M9.5 11V6M12.5 11V2.5',
  prices: 'M2 2v12h12M4.5 10.5 7 7l2.5 2 4-5.5',
  imports: 'M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2.5 11v2.5h11V11',
  assets: 'M9 1.8 3.8 9H8l-1 5.2L12.2 7H8z',
  rules: 'M3.5 1.8h9v12.4h-9zM5.8 5h4.4M5.8 8h4.4M5.8 11h2.6',
  book: 'M2 13.5h12M3 11.5V9h2.6v2.5M6.7 11.5V5.5h2.6v6M10.4 11.5V7.5H13v4M2 3h12',
  registrations: 'M2.5 3h11v10h-11zM5 6h3M5 8.5h6M5 11h4M10.5 5.2l.9.9 1.6-1.8',
  settlement: 'M8 2v12M3 4.5h10M3 4.5 1.2 9.5h3.6zM13 4.5l-1.8 5h3.6zM5 14h6',
  risk: 'M2.5 12.5a6.2 6.2 0 1 1 11 0M8 10l2.8-4.2M5 13.5h6',
  approvals: 'M2 3h12v8H8l-3 3v-3H2zM5.4 7l1.8 1.8L11 5.4',
  status: 'M1.5 8.5h3l1.8-5 3 9 1.9-4h3.3',
  audit: 'M8 1.6 13.5 4v4c0 3.2-2.3 5.4-5.5 6.4C4.8 13.4 2.5 11.2 2.5 8V4zM5.6 8l1.7 1.7 3.2-3.4',
  shift: 'M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3',
  bell: 'M8 1.8a4 4 0 0 0-4 4c0 3.7-1.5 4.7-1.5 5.7h11c0-1-1.5-2-1.5-5.7a4 4 0 0 0-4-4M6.5 13.7a1.6 1.6 0 0 0 3 0',
  pin: 'M6 2h4l-.5 4 2 2.5h-7l2-2.5zM8 8.5V14',
  operations: 'M2 4.5h12v7H2zM2 5l6 4.5L14 5',
  analytics: 'M2.5 13.5v-4M6 13.5v-8M9.5 13.5v-5.5M13 13.5v-11',
  market: 'M1.8 6.5 8 2l6.2 4.5M3 6.5h10M4.5 6.5v6M8 6.5v6M11.5 6.5v6M2 13.5h12',
  connections: 'M5.5 2v4M10.5 2v4M3.5 6h9v2.5a4.5 4.5 0 0 1-9 0zM8 13v1.5',
  stop: 'M5.5 1.8h5l3.7 3.7v5l-3.7 3.7h-5l-3.7-3.7v-5zM5 8h6',
  theme: 'M8 2.2a5.8 5.8 0 1 0 0 11.6zM8 2.2a5.8 5.8 0 0 1 0 11.6',
  play: 'M4.5 3v10l8-5z',
  reopen: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3',
  plus: 'M8 3v10M3 8h10',
  undo: 'M5.5 3 2.5 6l3 3M3 6h6a4 4 0 0 1 0 8H6',
  redo: 'M10.5 3l3 3-3 3M13 6H7a4 4 0 0 0 0 8h3',
  fill: 'M8 2v9M5 8l3 3 3-3M3 13.5h10',
  close: 'M4 4l8 8M12 4l-8 8',
  next: 'M6 3.5 10.5 8 6 12.5',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  file: 'M4 1.8h5L12.5 5v9.2H4zM9 1.8V5h3.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 15 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={paths[name]} />
    </svg>
  );
}

export function Logo({ size = 18 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden>
      <path d="M1 10h5v7H1z" fill="var(--ob-accent)" />
      <path d="M6.5 5.5h5V17h-5z" fill="var(--ob-amber)" />
      <path d="M12 1h5v16h-5z" fill="var(--ob-up)" />
    </svg>
  );
}

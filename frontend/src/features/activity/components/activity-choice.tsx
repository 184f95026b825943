'use client';
import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** Bids as they stand, or what happened to them: one panel for both. */
export function useActivityChoice(): { shown: boolean; choice: ReactNode } {
  const [view, setView] = useState('bids');
  return {
    shown: view === 'activity',
    choice: (
      <SegmentedControl
        size="xs"
        aria-label="Own bids as they stand, or what happened to them"
        data={[
          { value: 'bids', label: 'Bids' },
          { value: 'activity', label: 'Activity' },
        ]}
        value={view}
        onChange={setView}
      />
    ),
  };
}

'use client';
import { useSyncExternalStore } from 'react';
import { parseUnits, type Units } from './units';

const KEY = 'optibid.units';
const watchers = new Set<() => void>();

/** Remembered by this browser; every open tab follows. */
export function chooseUnits(units: Units): void {
  localStorage.setItem(KEY, JSON.stringify(units));
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', watcher);
  };
}

export const useUnits = (): Units =>
  parseUnits(
    useSyncExternalStore(
      watch,
      () => localStorage.getItem(KEY),
      () => null,
    ),
  );

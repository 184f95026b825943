'use client';
import { useSyncExternalStore } from 'react';
import { type SeenExchange, useExchanges } from './api';

const KEY = 'optibid.exchange';
const watchers = new Set<() => void>();

/** Remembered on this screen; every open tab follows. */
export function chooseExchange(id: string): void {
  localStorage.setItem(KEY, id);
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

/** The chosen one while it still exists, else the shared exchange, which is always first. */
export const chosenOf = (exchanges: readonly SeenExchange[], id: string | null): SeenExchange | null =>
  exchanges.find((e) => e.id === id) ?? exchanges[0] ?? null;

/** The exchange all pages speak of; null until the list is there. */
export function useChosenExchange(): SeenExchange | null {
  const id = useSyncExternalStore(
    watch,
    () => localStorage.getItem(KEY),
    () => null,
  );
  return chosenOf(useExchanges().data ?? [], id);
}

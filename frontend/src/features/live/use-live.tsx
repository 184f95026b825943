'use client';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useSession } from '@/features/session/session-context';
import type { Delivery } from './live-model';
import { type LinkState, LiveSocket } from './live-socket';
import { type Tick, tickAfter } from './tick-model';

const LiveContext = createContext<LiveSocket | null>(null);

export function LiveProvider({ children }: { children: ReactNode }) {
  const { wsUrl, access } = useSession();
  const [socket, setSocket] = useState<LiveSocket | null>(null);
  useEffect(() => {
    const opened = new LiveSocket(wsUrl, access);
    setSocket(opened);
    return () => opened.close();
  }, [wsUrl, access]);
  return <LiveContext.Provider value={socket}>{children}</LiveContext.Provider>;
}

/** Reads a channel while the component stands; null reads nothing. */
export function useChannel(channel: string | null, reader: (d: Delivery) => void): void {
  const socket = useContext(LiveContext);
  const latest = useRef(reader);
  latest.current = reader;
  useEffect(() => {
    if (!socket || !channel) return;
    return socket.read(channel, (d) => latest.current(d));
  }, [socket, channel]);
}

/** The newest price the market's feed told of an area, or null while there is none. */
export function useTick(marketCode: string, area: string): Tick | null {
  const [tick, setTick] = useState<Tick | null>(null);
  useChannel(`market.prices.${marketCode}.${area}`, (d) => setTick((had) => tickAfter(had, d)));
  return tick;
}

const never = () => () => undefined;
const connecting = (): LinkState => 'connecting';

export function useLinkState(): LinkState {
  const socket = useContext(LiveContext);
  return useSyncExternalStore(socket?.watch ?? never, socket?.state ?? connecting, connecting);
}

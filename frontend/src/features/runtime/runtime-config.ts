export interface RuntimeConfig {
  apiUrl: string;
  wsUrl: string;
}

type Environment = Record<string, string | undefined>;

/** Addresses as the browser must use them, decided at request time so that one build serves any port. */
export function runtimeConfig(env: Environment, requestUrl: string, host: string | null): RuntimeConfig {
  const own = new URL(requestUrl);
  const name = (host ?? own.host).replace(/:\d+$/, '');
  const apiUrl = env.OPTIBID_API_URL || env.NEXT_PUBLIC_API_URL || `${own.protocol}//${name}:8000`;
  const wsUrl = env.OPTIBID_WS_URL || env.NEXT_PUBLIC_WS_URL || apiUrl.replace(/^http/, 'ws');
  return { apiUrl: trim(apiUrl), wsUrl: withPath(trim(wsUrl)) };
}

const trim = (url: string): string => url.replace(/\/+$/, '');
const withPath = (url: string): string => (new URL(url).pathname === '/' ? `${url}/ws` : url);

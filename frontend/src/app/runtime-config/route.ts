import { runtimeConfig } from '@/features/runtime/runtime-config';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Response {
  return Response.json(runtimeConfig(process.env, request.url, request.headers.get('host')), {
    headers: { 'Cache-Control': 'no-store' },
  });
}

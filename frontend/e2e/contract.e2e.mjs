// Every operation this frontend's types know is one the running server says it has.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const api = (process.env.API_URL ?? 'http://localhost:8000').replace(/\/$/, '');
const METHODS = ['get', 'post', 'put', 'delete'];

/** "POST /api/v1/bids/{}": names of path parameters say nothing about the address. */
function operations(document) {
  const server = document.servers?.[0]?.url ?? '';
  const prefix = server.startsWith('http') ? new URL(server).pathname : server;
  return new Set(
    Object.entries(document.paths).flatMap(([path, item]) => {
      const full = path.startsWith('/api/') ? path : `${prefix.replace(/\/$/, '')}${path}`;
      return METHODS.filter((m) => item[m]).map(
        (m) => `${m.toUpperCase()} ${full.replace(/\{[^}]+\}/g, '{}')}`,
      );
    }),
  );
}

test('the server has every operation the types were made of', async () => {
  const answer = await fetch(`${api}/openapi?format=json`, { headers: { accept: 'application/json' } });
  assert.equal(answer.status, 200);
  const theirs = operations(await answer.json());
  const ours = operations(JSON.parse(await readFile(new URL('../openapi.json', import.meta.url), 'utf8')));
  assert.ok(ours.size > 40);
  assert.deepEqual(
    [...ours].filter((o) => !theirs.has(o)),
    [],
  );
});

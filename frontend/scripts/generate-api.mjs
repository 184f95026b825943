// Types of the API from its OpenAPI document.
//   npm run api:generate                    from the committed openapi.json
//   API_URL=http://localhost:8000 npm run api:generate   fetches the document of a running server first
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { steady } from './steady.mjs';

const document = new URL('../openapi.json', import.meta.url);
const types = new URL('../src/api/schema.ts', import.meta.url);

if (process.env.API_URL) {
  const answer = await fetch(`${process.env.API_URL}/openapi?format=json`, {
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
  await writeFile(document, `${JSON.stringify(steady(rooted(await answer.json())), null, 2)}\n`);
}
const ast = await openapiTS(JSON.parse(await readFile(document, 'utf8')), { alphabetize: true });
await writeFile(types, `// Generated from openapi.json by "npm run api:generate".\n${astToString(ast)}`);

/** Addresses from the server's root: a context path may stand in `servers` instead of in each path. */
function rooted(described) {
  const server = described.servers?.[0]?.url ?? '';
  const prefix = (server.startsWith('http') ? new URL(server).pathname : server).replace(/\/$/, '');
  const paths = Object.entries(described.paths).map(([path, item]) => [
    path.startsWith('/api/') ? path : prefix + path,
    item,
  ]);
  return { ...described, servers: [{ url: '/' }], paths: Object.fromEntries(paths) };
}

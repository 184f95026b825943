import { expect, it } from 'vitest';
import { returnPath } from './return-path';

it('returns to the page that was asked for', () =>
  expect(returnPath('/auctions/1?a=2')).toBe('/auctions/1?a=2'));
it.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/sign-in'])(
  'never leaves the site: %s',
  (next) => expect(returnPath(next)).toBe('/desk'),
);

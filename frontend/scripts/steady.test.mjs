import { describe, expect, it } from 'vitest';
import { steady } from './steady.mjs';

const text = (document) => JSON.stringify(steady(document));

describe('a steady document', () => {
  const get = { summary: 'read' };
  const post = { summary: 'make' };
  const remove = { summary: 'take away' };
  const view = { properties: { id: {}, area: {} } };

  it('is the same whatever order the server told it in', () => {
    const one = {
      openapi: '3.0.3',
      paths: { '/a': { get, post, parameters: [] }, '/b': { get, delete: remove } },
      components: { schemas: { Bid: view, Zone: {} }, securitySchemes: { bearer: {} } },
    };
    const other = {
      openapi: '3.0.3',
      paths: { '/b': { delete: remove, get }, '/a': { parameters: [], post, get } },
      components: { securitySchemes: { bearer: {} }, schemas: { Zone: {}, Bid: view } },
    };
    expect(text(other)).toBe(text(one));
    expect(steady(other)).toEqual(other);
  });

  it('leaves properties as they are told', () => {
    const told = { paths: {}, components: { schemas: { Bid: view } } };
    expect(Object.keys(steady(told).components.schemas.Bid.properties)).toEqual(['id', 'area']);
  });

  it('asks for no components', () => {
    expect(steady({ paths: { '/a': { get } } })).toEqual({ paths: { '/a': { get } } });
  });
});

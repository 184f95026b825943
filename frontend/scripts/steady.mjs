/** The verbs of a path in the order the OpenAPI specification lists them. */
const VERBS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const byName = (named) =>
  Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Verbs where they belong; what is no verb, as parameters of the whole path, after them, by name. */
function byVerb(item) {
  const verbs = VERBS.filter((verb) => verb in item).map((verb) => [verb, item[verb]]);
  const rest = Object.entries(item).filter(([key]) => !VERBS.includes(key));
  return { ...Object.fromEntries(verbs), ...byName(Object.fromEntries(rest)) };
}

const each = (named, change) =>
  Object.fromEntries(Object.entries(byName(named)).map(([name, value]) => [name, change(value)]));

/**
 * The same OpenAPI document however the server happened to order its paths, their verbs and its
 * components: the server's order of verbs is another after some starts. Properties of schemas stay
 * as they are told.
 */
export function steady(document) {
  const ordered = { ...document, paths: each(document.paths, byVerb) };
  if (document.components) ordered.components = each(document.components, byName);
  return ordered;
}

/** Where to go after signing in: only a path of this site, never another host. */
export function returnPath(next: string | null): string {
  return next?.startsWith('/') &&
    !next.startsWith('//') &&
    !next.startsWith('/\\') &&
    !next.startsWith('/sign-in')
    ? next
    : '/desk';
}

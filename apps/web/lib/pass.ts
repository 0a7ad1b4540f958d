/** Takes a token out of the address bar, so that it is not shown on a projector and not copied by accident. */
export function takeTokenFromAddress(): string | null {
  const token = location.hash.slice(1);
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(token)) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}

/** Claims of an OIDC token, as far as they are text. */
export type Claims = Readonly<Record<string, string>>;

/** Reads the claims of a JWT without checking its signature, which is AWS's work; no claims where it is none. */
export function readClaims(token: string): Claims {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const claims = JSON.parse(payload) as unknown;
    if (typeof claims !== 'object' || claims === null) return {};
    return Object.fromEntries(
      Object.entries(claims).filter(
        (claim): claim is [string, string] => typeof claim[1] === 'string',
      ),
    );
  } catch {
    return {};
  }
}

// A JSON web token → the claims in its payload, unverified. RFC 7519 §4, RFC 7515 §7.1. Pure.

/** @returns null when the text is no signed JWT; encrypted ones have no readable payload */
export function readJwt(token: string): Readonly<Record<string, unknown>> | null {
  const text = token.startsWith('ZXlK') ? Buffer.from(token, 'base64').toString('latin1') : token; // a JWT in base64 again
  const [header, payload, , extra] = text.split('.');
  if (!header?.startsWith('eyJ') || payload === undefined || extra !== undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/**
 * The cookie that opens a session: no script reads it, no other site's page sends it, and over TLS no other host or path of the
 * machine can set it (RFC 6265bis §4.1.3.2).
 */

const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-chot-hub' : 'chot-hub')

/** What it holds; null: it is not there. @param header of the request */
export function readCookie(header: string | undefined, isSecure: boolean): string | null {
  const name = nameOf(isSecure)
  for (const pair of (header ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=')
    if (key === name && /^[\w-]{43}$/.test(value)) return value
  }
  return null
}

/** For `Set-Cookie`. @param token null: it is forgotten */
export const writeCookie = (token: string | null, isSecure: boolean): string =>
  `${nameOf(isSecure)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}${token === null ? '; Max-Age=0' : ''}`

/** Where the page lives in Electron: our own scheme, one host. */

export const scheme = 'app'
export const host = 'kiosk'
export const origin = `${scheme}://${host}`

/** Whether an address is the kiosk page's: exactly our scheme and host, without port or credentials. */
export function isKioskUrl(text: string | undefined): boolean {
  if (text === undefined || !URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === ''
}

/** Whether the page may ask for an address at all. It is offline: its own files, and what it made itself, are all there is. */
export function mayRequest(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol } = new URL(text)
  if (protocol === `${scheme}:`) return isKioskUrl(text)
  // A blob's origin stands in its path; the developer tools of an unpackaged run load their own pages.
  return protocol === 'blob:' || protocol === 'data:' || protocol === 'devtools:'
}

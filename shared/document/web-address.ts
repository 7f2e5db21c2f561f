/** The host of a web address, as a browser would understand it: what stands before an `@` is no host. */

export interface WebAddress {
  /** Lower case, without port. */
  host: string
  /** From the first `/`; `/` where there is none. Without query and fragment. */
  path: string
}

/** Characters: no code holds more. */
const longestAddress = 4296
const hostName =
  /^(?=.{1,253}$)[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?)*\.?$/u
const bracketed = /^\[[0-9a-f:.]{2,45}\]$/

/** Reads an http or https address, or one that begins with `www.`; null where the text is none. */
export function readWebAddress(text: string): WebAddress | null {
  if (text.length > longestAddress || /\s/.test(text)) return null
  const match = /^(?:https?:[/\\]{1,}|(?=www\.))([^/\\?#]+)([^?#]*)/i.exec(text)
  if (!match) return null
  const [, authority = '', path = ''] = match
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d{0,5}$/, '')
    .toLowerCase()
  if (!hostName.test(host) && !bracketed.test(host)) return null
  return { host: host.replace(/\.$/, ''), path: path.replaceAll('\\', '/') || '/' }
}

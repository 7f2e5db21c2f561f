/**
 * Who may talk to the loopback server: the browser that came with the one-time token, and then brings the cookie it got
 * for it. Every other program on the laptop can reach the port too.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The session of one run of the server. */
export interface Session {
  /** The token that has not been used yet. */
  token(): string
  /** Takes the token once: answers with the value of the `Set-Cookie` header, or null where it is not (or no more) the token. */
  exchange(token: string): string | null
  /** Whether a request's `Cookie` header carries this run's cookie. */
  admits(cookieHeader: string | undefined): boolean
}

const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const secret = (): string => randomBytes(24).toString('base64url')

/**
 * Opens a session. Cookies are kept by host and not by port, so `port` is part of the cookie's name and two kiosks on
 * one laptop do not take each other's.
 */
export function openSession(port: number): Session {
  const name = `chot-${port}`
  const value = secret()
  let token = secret()
  return {
    token: () => token,
    exchange(offered) {
      if (!same(offered, token)) return null
      token = secret()
      return `${name}=${value}; HttpOnly; SameSite=Strict; Path=/`
    },
    admits(cookieHeader = '') {
      return cookieHeader.split(';').some((pair) => same(pair.trim(), `${name}=${value}`))
    },
  }
}

/** Who gets in: before a request's body is looked at, it is known to come from this page, and who sends it. */
import type { FastifyRequest } from 'fastify'
import type { RefusalCode } from '../../shared/hub-api/refusal.ts'
import { pageHeader, pagePaths } from '../../shared/hub-api/page-paths.ts'
import { findSession, type OpenSession } from '../accounts/sessions.ts'
import type { HubGround } from '../ground.ts'
import type { PageRoute } from './route.ts'
import { readCookie } from './session-cookie.ts'

/** A request that came over TLS, to this process or to the proxy in front of it. */
export const isSecure = ({ protocol }: FastifyRequest): boolean => protocol === 'https'

/**
 * Whether a request was sent by this page. A form or a picture of another page cannot send the header; a script of another
 * page would have to be allowed to, and nobody here allows it; and its origin is said by the browser.
 */
function isFromHere({ headers, host }: FastifyRequest, address: string | null): boolean {
  const [name = '', value] = Object.entries(pageHeader)[0] ?? []
  if (headers[name] !== value) return false
  const origin = originOf(headers.origin)
  return origin !== null && (origin.host === host || origin.origin === originOf(address ?? undefined)?.origin)
}

function originOf(text: string | undefined): URL | null {
  return text !== undefined && URL.canParse(text) ? new URL(text) : null
}

/**
 * Lets a request in: whoever sent it, null where nobody is signed in and nobody needs to be, or why not.
 * @throws where the database does not answer
 */
export async function letIn(
  ground: HubGround,
  { method, path, who }: Pick<PageRoute, 'method' | 'path' | 'who'>,
  request: FastifyRequest,
  address: string | null,
): Promise<OpenSession | null | RefusalCode> {
  if (method !== 'GET' && !isFromHere(request, address)) return 'another-origin'
  if (who === 'anybody') return null
  const token = readCookie(request.headers.cookie, isSecure(request))
  // What the page asks by itself, every few seconds, is no sign of anybody.
  const present = method !== 'GET' || path === pagePaths.session
  const session = token === null ? null : await findSession(ground.pool, token, { now: ground.now(), present })
  if (!session) return 'signed-out'
  if (who === 'signed-in') return session
  if (session.mustChange) return 'must-change'
  return who === 'admin' && session.role !== 'admin' ? 'not-allowed' : session
}

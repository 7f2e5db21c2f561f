/** What an HTTP request to the loopback server is answered with, decided from the request and the session alone. */
import type { IncomingHttpHeaders } from 'node:http'
import { answerPage, answerText, type PageAnswer, type PageFiles } from '../shell/index.ts'
import { checkPlace } from './gate.ts'
import { refusalPage } from './refusal-page.ts'
import type { Session } from './session.ts'

/** The server as a request meets it. `origin` is its own, `http://127.0.0.1:PORT`. */
export interface Site {
  origin: string
  files: PageFiles
  session: Session
}

/** The parts of a request that count. `url` is the target as it was sent. */
export interface PageRequest {
  method: string
  url: string
  headers: IncomingHttpHeaders
}

const html = { 'Content-Type': 'text/html; charset=utf-8' }

/**
 * Answers a request: 421 for a Host that is not ours, 403 for another Origin, 405 for anything but GET and HEAD, 303
 * with the cookie for the token, 403 for any other token, 401 without the cookie, else the page's file or 404.
 */
export function answerRequest(site: Site, request: PageRequest): PageAnswer {
  const place = checkPlace(request.headers, site.origin)
  if (place === 421) return answerText(421, 'This server answers for 127.0.0.1 only.\n')
  if (place !== 'in') return answerText(place, 'Requests of other sites are not answered.\n')
  if (!URL.canParse(request.url, site.origin)) return answerText(400, 'Not an address.\n')
  const { pathname, searchParams } = new URL(request.url, site.origin)
  if (request.method === 'GET' && pathname === '/enter') {
    const cookie = site.session.exchange(searchParams.get('t') ?? '')
    if (cookie === null) return answerText(403, refusalPage('usedAddress'), html)
    return answerText(303, '', { Location: '/', 'Set-Cookie': cookie })
  }
  if ((request.method === 'GET' || request.method === 'HEAD') && !site.session.admits(request.headers.cookie)) {
    return answerText(401, refusalPage('noSession'), html)
  }
  return answerPage(site.files, request.method, pathname)
}

/**
 * What an HTTP request to the loopback server is answered with, decided from the request alone. The page holds no secret
 * and is served to anybody; who may talk to the kiosk is decided on the WebSocket.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { answerPage, answerText, type PageAnswer, type PageFiles } from '../shell/index.ts'
import { checkPlace } from './gate.ts'
import { refusalPage, type Refusal } from './refusal-page.ts'

/** The server as a request meets it. `origin` is its own, `http://127.0.0.1:PORT`. */
export interface Site {
  origin: string
  files: PageFiles
}

/** The parts of a request that count. `url` is the target as it was sent. */
export interface PageRequest {
  method: string
  url: string
  headers: IncomingHttpHeaders
}

/** Answers with one of the refusals as a page. */
export function answerRefusal(refusal: Refusal, headers: Record<string, string> = {}): PageAnswer {
  const { status, page } = refusalPage(refusal)
  return answerText(status, page, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
}

/**
 * Answers a request: 421 for a Host or a target that is not ours, 403 for another Origin, 405 for anything but GET and HEAD, else
 * the page's file or 404.
 */
export function answerRequest({ origin, files }: Site, { method, url, headers }: PageRequest): PageAnswer {
  const place = checkPlace(headers, origin)
  const target = URL.parse(url, origin)
  // A target may name a host by itself (RFC 9112, 3.2.2), and then that counts and not Host.
  if (place === 421 || (target !== null && target.origin !== origin)) return answerRefusal('otherName')
  if (place !== 'in') return answerRefusal('otherSite')
  if (method !== 'GET' && method !== 'HEAD') return answerRefusal('notAsked', { Allow: 'GET, HEAD' })
  return target !== null && files.has(target.pathname)
    ? answerPage(files, method, target.pathname)
    : answerRefusal('notThere')
}

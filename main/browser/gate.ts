/** Whether a request may come in at all. Decided before anything is looked up, for HTTP and for the WebSocket alike. */
import type { IncomingHttpHeaders } from 'node:http'

/** The request is let in, or turned away with an HTTP status. */
export type Passage = 'in' | 403 | 421

/**
 * Host and Origin must be our own: a name that was made to point here (DNS rebinding) brings its own Host, another
 * site's script its own Origin. `origin` is ours, `http://127.0.0.1:PORT`.
 */
export function checkPlace(headers: IncomingHttpHeaders, origin: string): Passage {
  if (headers.host !== new URL(origin).host) return 421
  if (headers.origin !== undefined && headers.origin !== origin) return 403
  return 'in'
}

/** A WebSocket must name its origin besides, as every browser does. Who it is, is asked once it is open. */
export function checkUpgrade(headers: IncomingHttpHeaders, origin: string): Passage {
  const place = checkPlace(headers, origin)
  return place === 'in' && headers.origin === undefined ? 403 : place
}

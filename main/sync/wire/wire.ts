/** The wire: one request, one answer, within its time or not at all. */
import { mostAnswer } from '../../../shared/sync/answer.ts'
import { readRetryAfter, timeLimit } from './retry.ts'

/** What came back. */
export type WireAnswer =
  /** The hub answered; whether it took what was sent is in `text`. */
  | { came: true; status: number; text: string }
  /** Try again later; `retryAfter` in milliseconds where the hub said. */
  | { came: false; why: WireFault; retryAfter: number | null }

/**
 * `not-a-hub`: something answers there that is none, such as the page of a network that wants a sign-in. `too-large`: whatever
 * stands in front of the hub lets nothing of this size through.
 */
export type WireFault = 'no-network' | 'timed-out' | 'busy' | 'not-a-hub' | 'too-large'

/** What answers a request: `fetch`, or a test's own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Statuses whose body is an answer of a hub. */
const answers = new Set([200, 201, 400, 403, 409, 422])
const later = new Set([429, 502, 503, 504])
const tooLarge = 413

/** Sends something sealed, or asks (no body); one request. @param now epoch milliseconds */
export async function overWire(
  fetch: Fetch,
  { url, body, now }: { url: string; body: Uint8Array | null; now: number },
): Promise<WireAnswer> {
  const request: RequestInit = {
    method: body === null ? 'GET' : 'POST',
    // Somewhere else is not the hub that was enrolled.
    redirect: 'error',
    signal: AbortSignal.timeout(timeLimit),
    ...(body && { body: new Uint8Array(body), headers: { 'content-type': 'application/octet-stream' } }),
  }
  try {
    const response = await fetch(url, request)
    if (later.has(response.status)) {
      await response.body?.cancel()
      return { came: false, why: 'busy', retryAfter: readRetryAfter(response.headers.get('retry-after'), now) }
    }
    if (response.status === tooLarge) {
      await response.body?.cancel()
      return { came: false, why: 'too-large', retryAfter: null }
    }
    const text = answers.has(response.status) ? await readSome(response) : null
    if (text === null) return { came: false, why: 'not-a-hub', retryAfter: null }
    return { came: true, status: response.status, text }
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return { came: false, why: timedOut ? 'timed-out' : 'no-network', retryAfter: null }
  }
}

/** The text of a response, as long as it is no longer than any answer of ours; null: it is. */
async function readSome(response: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) break
    length += next.value.length
    if (length > mostAnswer) {
      await reader?.cancel()
      return null
    }
    pieces.push(next.value)
  }
  return Buffer.concat(pieces).toString('utf8')
}

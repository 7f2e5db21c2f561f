/** A repository on a web server. */
import { serverReason, statusReason } from './reasons.ts'
import { refusalBecause, type Refusal } from './refusal.ts'
import { SourceInterrupted, type RepositorySource, type SourceAnswer } from './source.ts'

/** A server from which nothing came for this long is given up (milliseconds): a person is waiting. */
export const longestSilence = 10_000

/** Statuses by which servers say that there is no such file (tuf-js knows the same two). */
const missing = new Set([403, 404])

/** What of `fetch` is needed; a test brings its own. */
export type Fetch = (url: URL, options: { signal: AbortSignal; redirect: 'error' }) => Promise<Response>

class Silent extends Error {
  constructor() {
    super(`nothing came for ${longestSilence / 1000} seconds`)
    this.name = 'Silent'
  }
}

/** How OpenSSL says that a server’s certificate leads to no authority that is known here. */
const unknownAuthority = new Set([
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])
const timedOut = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'])

/** What went wrong on the way, in words that name the server. undici says "fetch failed" and keeps the reason in the cause. */
function refusalOf(error: unknown, server: string): Refusal {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (cause instanceof Silent || timedOut.has(code))
    return { code: 'server-silent', values: { server, seconds: longestSilence / 1000 } }
  if (unknownAuthority.has(code)) return { code: 'server-unknown', values: { server } }
  return refusalBecause('unreachable', serverReason(server, cause))
}

/** Bytes that count as something: one that sends a byte now and then would otherwise never be given up. */
const leastHeard = 1024

/** Ends a request on which nothing has come for too long. */
class Patience {
  private readonly abort = new AbortController()
  private timer: NodeJS.Timeout | null = null
  private heardOf = 0

  get signal(): AbortSignal {
    return this.abort.signal
  }

  /** So many bytes came. */
  heard(bytes: number): void {
    this.heardOf += bytes
    if (this.heardOf >= leastHeard) this.wait()
  }

  /** It is waited for from now on. */
  wait(): void {
    this.end()
    this.heardOf = 0
    this.timer = setTimeout(() => this.abort.abort(new Silent()), longestSilence)
  }

  end(): void {
    if (this.timer) clearTimeout(this.timer)
  }
}

async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  patience: Patience,
  server: string,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      patience.heard(chunk.length)
      yield chunk
    }
  } catch (error) {
    throw new SourceInterrupted(error, refusalOf(error, server))
  } finally {
    patience.end()
  }
}

function statedLength(response: Response): { length?: number } {
  const stated = response.headers.get('content-length') ?? ''
  // Of what is packed for the way the packed length is stated, which says nothing of what will come.
  const whole = /^\d{1,12}$/.test(stated) && !response.headers.has('content-encoding')
  return whole ? { length: Number(stated) } : {}
}

/**
 * A repository at `base`, which must be `https:` (`http:` on this machine itself). What arrives is verified by its
 * signatures whatever the connection; HTTPS keeps others from seeing when a checkpoint updates, and from stalling it.
 * Redirections are refused: a captive portal answers with one.
 * @throws TypeError for any other kind of address
 */
export function httpsSource(base: string, fetchFile: Fetch = fetch): RepositorySource {
  const root = new URL(base.endsWith('/') ? base : `${base}/`)
  const here = root.hostname === 'localhost' || root.hostname === '127.0.0.1' || root.hostname === '[::1]'
  if (root.protocol !== 'https:' && !(root.protocol === 'http:' && here))
    throw new TypeError(`a trust repository needs an https: address, not ${base}`)
  return {
    async open(path): Promise<SourceAnswer> {
      const patience = new Patience()
      patience.wait()
      try {
        const response = await fetchFile(new URL(path, root), { signal: patience.signal, redirect: 'error' })
        if (response.ok && response.body) {
          const chunks = chunksOf(response.body, patience, root.host)
          return { kind: 'file', chunks, ...statedLength(response) }
        }
        patience.end()
        await response.body?.cancel()
        if (missing.has(response.status)) return { kind: 'missing' }
        const refusal = refusalBecause('unreachable', statusReason(root.host, response.status))
        return { kind: 'unreachable', refusal }
      } catch (error) {
        patience.end()
        return { kind: 'unreachable', refusal: refusalOf(error, root.host) }
      }
    },
  }
}

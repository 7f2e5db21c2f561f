/** A repository on a web server. */
import { SourceInterrupted, type RepositorySource, type SourceAnswer } from './source.ts'

/** A connection on which nothing arrived for this long is given up (milliseconds). */
const longestSilence = 30_000

/** Statuses by which servers say that there is no such file (tuf-js knows the same two). */
const missing = new Set([403, 404])

/** What of `fetch` is needed; a test brings its own. */
export type Fetch = (url: URL, options: { signal: AbortSignal; redirect: 'error' }) => Promise<Response>

async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
  end: () => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      heard()
      yield chunk
    }
  } catch (error) {
    throw new SourceInterrupted(error)
  } finally {
    end()
  }
}

/** Why a request failed: undici says only "fetch failed" and keeps the reason in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
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
      const abort = new AbortController()
      const arm = () => setTimeout(() => abort.abort(new Error('the connection went silent')), longestSilence)
      let timer = arm()
      const end = () => clearTimeout(timer)
      const heard = () => {
        end()
        timer = arm()
      }
      try {
        const response = await fetchFile(new URL(path, root), { signal: abort.signal, redirect: 'error' })
        if (response.ok && response.body) return { kind: 'file', chunks: chunksOf(response.body, heard, end) }
        end()
        await response.body?.cancel()
        return missing.has(response.status)
          ? { kind: 'missing' }
          : { kind: 'unreachable', why: `the server answered ${response.status}` }
      } catch (error) {
        end()
        return { kind: 'unreachable', why: reason(error) }
      }
    },
  }
}

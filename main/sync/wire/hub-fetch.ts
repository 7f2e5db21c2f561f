/** How a hub is reached: through the proxy that the computer has, by the authorities that it and its user believe. */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { getCACertificates } from 'node:tls'
import type { Fetch } from './wire.ts'

/** What a hub is reached with. */
interface Reaching {
  /** Certificates of further authorities, PEM each. */
  authorities?: readonly string[]
  /** `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in either case of letters, as curl reads them. */
  env?: NodeJS.ProcessEnv
}

/** Makes a `fetch` that believes what the system believes, beside what comes with Node, and goes through a proxy. */
export function hubFetch({ authorities = [], env = process.env }: Reaching = {}): Fetch {
  const ca = [...getCACertificates('default'), ...getCACertificates('system'), ...authorities]
  const agents = { http: new HttpAgent({ proxyEnv: env }), https: new HttpsAgent({ proxyEnv: env, ca }) }
  return (address, { method = 'GET', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const url = new URL(address)
      const [send, agent] = url.protocol === 'https:' ? [httpsRequest, agents.https] : [httpRequest, agents.http]
      const request = send(url, {
        method,
        agent,
        headers: Object.fromEntries(new Headers(headers)),
        ...(signal && { signal }),
      })
      request.once('response', (answer) => resolve(responseOf(answer)))
      request.once('error', (error) => reject(signal?.aborted === true ? signal.reason : error))
      request.end(body instanceof Uint8Array ? body : undefined)
    })
}

/** Another place is not followed: a network's sign-in page answers with one, and is no hub. */
function responseOf(answer: IncomingMessage): Response {
  const { statusCode = 0, headers } = answer
  const retryAfter = headers['retry-after']
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      try {
        for await (const chunk of answer) if (chunk instanceof Uint8Array) controller.enqueue(chunk)
        controller.close()
      } catch (error) {
        controller.error(error)
      }
    },
    cancel: () => void answer.destroy(),
  })
  const empty = statusCode === 204 || statusCode === 304
  return new Response(empty ? null : body, {
    status: statusCode >= 200 && statusCode <= 599 ? statusCode : 502,
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  })
}

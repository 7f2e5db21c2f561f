/** The loopback server: the page over HTTP, the contract over one WebSocket. */
import { readFileSync } from 'node:fs'
import { createServer, STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { serve } from '../../shared/rpc/serve.ts'
import type { App } from '../app.ts'
import type { PageAnswer, PageFiles } from '../shell/index.ts'
import { answerRefusal, answerRequest } from './answer-request.ts'
import { listen } from './listen.ts'
import { openPasses } from './passes.ts'
import { openSocketDoor } from './socket-door.ts'
import { webSocketWire } from './web-socket-wire.ts'

/**
 * What a request may be before it is known whose it is. No header of ours is long, and cookies, which a browser sends
 * to every port of a host, are not ours at all; a slow one is not waited for. Bytes and milliseconds.
 */
const limits = {
  maxHeaderSize: 8_192,
  headersTimeout: 15_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
}

/** A running loopback server. */
export interface Loopback {
  /** The one taken, which may differ from the one wished for. */
  port: number
  /** An address that lets one browser in, once. What follows `#` is never sent. */
  address(): string
  close(): Promise<void>
}

/**
 * Serves `app` and the page's `files` on 127.0.0.1; port 0 is any. `onEntered` is told each time an address has been
 * used, with the next one, so that nobody who closes a browser is locked out.
 */
export async function openLoopback(options: {
  app: Pick<App, 'handlers' | 'subscribe' | 'caller'>
  files: PageFiles
  port: number
  log: (line: string) => void
  onEntered: (nextAddress: string) => void
}): Promise<Loopback> {
  const { app, files, log } = options
  // In memory, so that a request opens no file: whoever asks for many takes no descriptor from the journal.
  const bodies = new Map([...files.values()].map(({ file }) => [file, readFileSync(file)]))
  const server = createServer(limits)
  const port = await listen(server, options.port)
  const origin = `http://127.0.0.1:${port}`
  const passes = openPasses()
  const address = (): string => `${origin}/#${passes.oneTime()}`

  server.on('request', ({ method = '', url = '', headers }, response: ServerResponse) => {
    const answer = answerRequest({ origin, files }, { method, url, headers })
    const body = bodyOf(answer, bodies)
    response.writeHead(answer.status, { ...answer.headers, 'Content-Length': body.length })
    response.end(method === 'HEAD' ? undefined : body)
  })
  server.on('clientError', (error: NodeJS.ErrnoException, connection: Duplex) => turnAway(error, connection))

  const closeDoor = openSocketDoor(
    server,
    { origin, passes },
    {
      enter(socket) {
        const served = serve(webSocketWire(socket), app.handlers, {
          caller: () => app.caller(),
          onFault: (fault) => log(describe(fault)),
        })
        const unsubscribe = app.subscribe(served.emit)
        return () => {
          unsubscribe()
          served.close()
        }
      },
      used: () => options.onEntered(address()),
    },
  )

  return {
    port,
    address,
    close: () =>
      new Promise((resolve) => {
        closeDoor()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function bodyOf({ file, text }: PageAnswer, bodies: ReadonlyMap<string, Buffer>): Buffer {
  return (file === null ? undefined : bodies.get(file)) ?? Buffer.from(text)
}

/** What was never a whole request has no response to answer with. */
function turnAway(error: NodeJS.ErrnoException, connection: Duplex): void {
  // The rest of what was too long comes in pieces, each of them an error again.
  if (!connection.writable) return
  const answer =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? answerRefusal('tooMuch', { 'Clear-Site-Data': '"cookies"' })
      : answerRefusal('notUnderstood')
  const headers = { ...answer.headers, Connection: 'close', 'Content-Length': String(Buffer.byteLength(answer.text)) }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  connection.end(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${lines.join('')}\r\n${answer.text}`)
}

const describe = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))

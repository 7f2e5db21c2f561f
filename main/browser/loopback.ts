/** The loopback server: the page over HTTP, the contract over one WebSocket. */
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { serve, type Served } from '../../shared/rpc/serve.ts'
import type { App } from '../app.ts'
import { answerText, type PageAnswer, type PageFiles } from '../shell/index.ts'
import { answerRequest } from './answer-request.ts'
import { listen } from './listen.ts'
import { openSession } from './session.ts'
import { openSocketDoor } from './socket-door.ts'
import { webSocketWire } from './web-socket-wire.ts'

/** A running loopback server. */
export interface Loopback {
  /** The one taken, which may differ from the one wished for. */
  port: number
  /** An address that lets one browser in, once. */
  address(): string
  close(): Promise<void>
}

/**
 * Serves `app` and the page's `files` on 127.0.0.1. `onEntered` is told each time an address has been used, with the
 * next one, so that nobody who closes a browser is locked out.
 */
export async function openLoopback(options: {
  app: Pick<App, 'handlers' | 'subscribe' | 'caller'>
  files: PageFiles
  port: number
  log: (line: string) => void
  onEntered: (nextAddress: string) => void
}): Promise<Loopback> {
  const { app, files, log } = options
  const server = createServer({ maxHeaderSize: 16_384 })
  const port = await listen(server, options.port)
  const origin = `http://127.0.0.1:${port}`
  const session = openSession(port)
  const address = (): string => `${origin}/enter?t=${session.token()}`

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request
    const answer = answerRequest({ origin, files, session }, { method, url, headers })
    send(answer, method, response, log)
    if (answer.status === 303) options.onEntered(address())
  })

  const closeDoor = openSocketDoor(server, { origin, session }, (socket) => {
    const served: Served = serve(webSocketWire(socket), app.handlers, {
      caller: () => app.caller(),
      onFault: (fault) => log(describe(fault)),
    })
    socket.once('close', app.subscribe(served.emit))
  })

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

function send(answer: PageAnswer, method: string, response: ServerResponse, log: (line: string) => void): void {
  if (answer.file === null || method === 'HEAD') {
    response.writeHead(answer.status, answer.headers).end(method === 'HEAD' ? undefined : answer.text)
    return
  }
  const stream = createReadStream(answer.file)
  stream.once('open', () => {
    response.writeHead(answer.status, answer.headers)
    stream.pipe(response)
  })
  // The page was built anew, or its disk is gone, after the list was read.
  stream.once('error', (error) => {
    log(describe(error))
    if (response.headersSent) response.destroy()
    else send(answerText(500, 'The file cannot be read.\n'), method, response, log)
  })
  response.once('close', () => stream.destroy())
}

const describe = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))

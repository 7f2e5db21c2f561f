/**
 * What another user of the laptop may run: `other-user-stand-in.mjs squat PORT`, `relay PORT TO`, `flood PORT COUNT`,
 * `reach SOCKET…` or `look FILE…`. Prints what it gets hold of, one JSON value a line, after `ready` where there is something to wait for.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { WebSocketServer } from 'ws'

const [deed, ...given] = process.argv.slice(2)
const say = (/** @type {unknown} */ what) => console.log(JSON.stringify(what))

if (deed === 'squat') squat(Number(given[0]))
else if (deed === 'relay') relay(Number(given[0]), Number(given[1]))
else if (deed === 'flood') await flood(Number(given[0]), Number(given[1]))
else if (deed === 'reach') await reach(given)
else look(given)

/**
 * Takes a port, tells what every request and message brings, and answers any window as if it were its kiosk. A request
 * for /cookies is answered with more of them than a server of ours takes.
 * @param {number} port
 */
function squat(port) {
  const server = createServer(({ url, headers }, response) => {
    say({ url, headers })
    const cookies = Array.from({ length: 12 }, (_, index) => `c${index}=${'x'.repeat(3_000)}; Path=/; Max-Age=9999`)
    if (url === '/cookies') response.setHeader('Set-Cookie', cookies)
    response.end('<!doctype html><title>.</title>')
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, { headers }) => {
    say({ url: 'socket', headers })
    socket.on('message', (/** @type {Buffer} */ frame) => {
      say({ message: frame.toString('utf8') })
      socket.send(JSON.stringify({ nonce: '0'.repeat(32), proof: '0'.repeat(64) }))
      socket.send(JSON.stringify({ entered: true }))
    })
  })
  server.listen(port, '127.0.0.1', () => say('ready'))
}

/**
 * Takes a port and passes every byte on to another, both ways, but for Host and Origin, which it makes the other's own.
 * @param {number} port
 * @param {number} to
 */
function relay(port, to) {
  const server = createServer()
  server.on('connection', (near) => {
    const far = connect(to, '127.0.0.1')
    near.on('data', (bytes) => {
      const text = bytes.toString('latin1')
      if (!text.startsWith('GET ')) say({ message: text.length })
      far.write(Buffer.from(text.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${to}`), 'latin1'))
    })
    far.on('data', (bytes) => near.write(bytes))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one?.on('error', () => {}).on('close', () => other?.destroy())
    }
  })
  server.listen(port, '127.0.0.1', () => say('ready'))
}

/**
 * Opens connections, sends half a request on each, and holds on to them.
 * @param {number} port
 * @param {number} count
 */
async function flood(port, count) {
  const open = () =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('connect', () => {
        socket.write('GET / HTTP/1.1\r\nHost: ')
        resolve(null)
      })
      socket.on('error', resolve)
    })
  for (let index = 0; index < count; index += 1) await open()
  say('ready')
}

/**
 * Tells what the process list shows of everybody, and what these files hold.
 * @param {string[]} files
 */
function look(files) {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  for (const file of [...processes.map((name) => `/proc/${name}/cmdline`), ...files]) {
    try {
      say({ file, text: readFileSync(file, 'utf8') })
    } catch (error) {
      say({ file, refused: error instanceof Error && 'code' in error ? error.code : String(error) })
    }
  }
}

/**
 * Tells what comes of each socket or file of the kiosk's that is tried: a connection, or why there is none.
 * @param {string[]} places
 */
async function reach(places) {
  for (const place of places) {
    const socket = connect(place)
    say(
      await new Promise((resolve) => {
        socket.on('connect', () => resolve({ place, connected: true }))
        socket.on('error', (error) => resolve({ place, refused: 'code' in error ? error.code : String(error) }))
      }),
    )
    socket.destroy()
  }
}

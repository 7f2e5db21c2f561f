/** The kiosk's end: listens on the local socket of its profile for the commands of its own user. */
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { attend, usualPatience, type Patience, type Served } from './attend.ts'
import { dropPass, makePass, socketPlaces, type SocketPlace } from './socket-place.ts'

/** Connections at a time: a person runs one command, or a few. */
export const mostConnections = 8

/** A socket that is being listened on. */
export interface ProfileSocket {
  address: string
  close: () => void
}

/** Only its owner may reach what is made meanwhile; by Windows' own rules a pipe is guarded by its pass alone. */
function privately<T>(make: () => T): T {
  if (process.platform === 'win32') return make()
  const usual = process.umask(0o177)
  try {
    return make()
  } finally {
    process.umask(usual)
  }
}

/** Takes away what a kiosk that ended without a word has left. Whoever holds the profile's lock is the only one. */
function clear({ address }: SocketPlace): void {
  if (process.platform !== 'win32' && lstatSync(address, { throwIfNoEntry: false })) rmSync(address, { force: true })
}

async function listenAt(server: Server, place: SocketPlace): Promise<void> {
  if (place.folder !== null) mkdirSync(place.folder, { mode: 0o700 })
  clear(place)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // The socket is made before this returns.
    privately(() =>
      server.listen(place.address, () => {
        server.off('error', reject)
        resolve()
      }),
    )
  })
  if (process.platform !== 'win32') chmodSync(place.address, 0o600)
}

/** Listens at the first place that takes a socket. @throws what the system said of the last */
async function listen(server: Server, [place, ...others]: readonly SocketPlace[]): Promise<SocketPlace> {
  if (!place) throw new Error('there is no place for a socket')
  try {
    await listenAt(server, place)
    return place
  } catch (error) {
    if (others.length === 0) throw error
    return listen(server, others)
  }
}

/**
 * Begins to listen. The profile must be held by this process alone.
 * @throws what the system says where there can be no socket, or its pass cannot be written
 */
export async function openProfileSocket(options: {
  profile: string
  app: Served
  log: (line: string) => void
  patience?: Patience
}): Promise<ProfileSocket> {
  const { profile, app, log, patience = usualPatience } = options
  const pass = makePass(profile)
  const sockets = new Set<Socket>()
  let address = ''
  const onFault = (fault: unknown): void => log(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    void attend(socket, { address, pass }, { app, patience, onFault })
  })
  server.maxConnections = mostConnections
  const place = await listen(server, socketPlaces(profile, pass, process.platform))
  ;({ address } = place)
  server.on('error', onFault)
  // It keeps nobody from ending.
  server.unref()
  return {
    address,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
      dropPass(profile, pass)
      if (place.folder !== null) rmSync(place.folder, { recursive: true, force: true })
    },
  }
}

/** As `openProfileSocket`; where there can be none, the log says so, and the kiosk goes on without: the lane needs none. */
export async function listenForCommands(
  options: Parameters<typeof openProfileSocket>[0],
): Promise<ProfileSocket | null> {
  try {
    return await openProfileSocket(options)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    options.log(
      `Khi Chốt đang mở, lệnh "chot" không dùng được hồ sơ này (${why}); đóng Chốt trước khi chạy lệnh. / ` +
        `Commands cannot reach this profile while Chốt is open (${why}); close it before you run one.`,
    )
    return null
  }
}

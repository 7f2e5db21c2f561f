/** The socket of a profile: who gets in, what is heard, and what is left behind. */
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect as plug, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Visit } from '../../main/officers/index.ts'
import { usualPatience, type Patience, type Served } from '../../main/profile-socket/attend.ts'
import { lineWire } from '../../main/profile-socket/line-wire.ts'
import { introduce } from '../../main/profile-socket/meet.ts'
import {
  listenForCommands,
  mostConnections,
  openProfileSocket,
  type ProfileSocket,
} from '../../main/profile-socket/open-socket.ts'
import { reachKiosk } from '../../main/profile-socket/reach-kiosk.ts'
import { longestSocketPath, readPass, socketPlaces } from '../../main/profile-socket/socket-place.ts'
import type { Client, Emit } from '../../shared/contract/contract.ts'
import type { Caller } from '../../shared/contract/role.ts'
import { longestMessage } from '../../shared/rpc/web-socket.ts'
import { handlersWith, settings } from './answers.ts'

const asAnybody = (): Visit => ({ caller: () => 'unclaimed', run: (act) => act(), end: () => undefined })

function newProfile(name = 'chot-socket-'): string {
  const profile = mkdtempSync(join(tmpdir(), name))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  return profile
}

const wholePass = (profile: string): string => readPass(profile) ?? ''

interface Listening extends ProfileSocket {
  profile: string
  /** Calls of `settings.write` so far. */
  written: () => number
  logged: string[]
}

async function listening({
  profile = newProfile(),
  patience = usualPatience,
  caller = (): Caller => 'unclaimed',
  answers = {},
}: {
  profile?: string
  patience?: Patience
  caller?: () => Caller
  answers?: Partial<Served['handlers']>
} = {}): Promise<Listening> {
  let written = 0
  const handlers = handlersWith({
    'settings.write': () => {
      written += 1
      return settings
    },
    ...answers,
  })
  const logged: string[] = []
  const visit = (): Visit => ({ caller, run: (act) => act(), end: () => undefined })
  const app = { handlers, visit, subscribe: () => () => undefined }
  const socket = await openProfileSocket({ profile, app, log: (line) => logged.push(line), patience })
  onTestFinished(() => socket.close())
  return { ...socket, profile, written: () => written, logged }
}

async function reached(profile: string): Promise<Client> {
  const client = await reachKiosk(profile)
  if (!client) throw new Error('no kiosk answers')
  onTestFinished(() => client.close())
  return client
}

/** A connection that knows nothing of the contract. */
async function raw(address: string): Promise<Socket> {
  const socket = plug(address)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  onTestFinished(() => void socket.destroy())
  socket.resume()
  return socket
}

/** A connection that has proven itself, and then says what it likes. */
async function entered({ address, profile }: Listening): Promise<Socket> {
  const socket = plug(address)
  const wire = lineWire(socket, longestMessage)
  onTestFinished(() => void socket.destroy())
  expect(await introduce(wire, { address, pass: wholePass(profile) })).toBe(true)
  return socket
}

/** However it ends, by an error as well. */
const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve()
    else socket.once('close', () => resolve())
  })

describe('a command of the same user', () => {
  test('is answered by the contract', async () => {
    const { profile, written } = await listening()
    const kiosk = await reached(profile)
    expect(await kiosk.call('settings.write', {})).toEqual(settings)
    expect(written()).toBe(1)
  })

  test('hears events of the kiosk', async () => {
    const profile = newProfile()
    const told = { path: 'targets/keys.json', bytes: 7, total: null, whole: null }
    let emit: Emit = () => undefined
    const app: Served = {
      handlers: handlersWith({
        'trust.sticks'() {
          emit('trust.progress', told)
          return []
        },
      }),
      visit: asAnybody,
      subscribe(listener) {
        emit = listener
        return () => undefined
      },
    }
    const socket = await openProfileSocket({ profile, app, log: () => undefined })
    onTestFinished(() => socket.close())
    const kiosk = await reached(profile)
    const heard: unknown[] = []
    kiosk.on('trust.progress', (progress) => heard.push(progress))
    await kiosk.call('trust.sticks', {})
    expect(heard).toEqual([told])
  })

  test('may do what whoever has signed in by it may do, and no more', async () => {
    const { profile } = await listening({ caller: () => 'officer' })
    const kiosk = await reached(profile)
    await expect(kiosk.call('trust.read', {})).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('hears at once that the kiosk has gone', async () => {
    const { close, profile } = await listening({ answers: { 'trust.sticks': () => new Promise(() => undefined) } })
    const kiosk = await reached(profile)
    const asked = kiosk.call('trust.sticks', {})
    close()
    await expect(asked).rejects.toMatchObject({ code: 'CLOSED' })
  })

  test('finds nobody where no kiosk is, or none is any more', async () => {
    expect(await reachKiosk(newProfile())).toBeNull()
    const { close, profile } = await listening()
    close()
    expect(await reachKiosk(profile)).toBeNull()
    expect(readdirSync(profile)).toEqual([])
  })
})

describe.skipIf(process.platform === 'win32')('the socket', () => {
  test('and its pass are for their owner alone', async () => {
    const { address, profile } = await listening()
    expect(statSync(address).mode & 0o777).toBe(0o600)
    expect(statSync(join(profile, 'kiosk.pass')).mode & 0o777).toBe(0o600)
  })

  test('replaces a link that was planted under its name, and never what it leads to', async () => {
    const profile = newProfile()
    const precious = join(newProfile(), 'precious')
    writeFileSync(precious, 'kept')
    symlinkSync(precious, join(profile, 'kiosk.sock'))
    symlinkSync(precious, join(profile, 'kiosk.pass'))
    symlinkSync(precious, join(profile, 'kiosk.pass.next'))
    const { address } = await listening({ profile })
    expect(address).toBe(join(profile, 'kiosk.sock'))
    expect(readFileSync(precious, 'utf8')).toBe('kept')
    expect(await (await reached(profile)).call('settings.write', {})).toEqual(settings)
  })

  test.each([
    ['a path too long for a socket', (profile: string) => join(profile, 'x'.repeat(longestSocketPath))],
    [
      'a folder under its name',
      (profile: string) => (mkdirSync(join(profile, 'kiosk.sock', 'x'), { recursive: true }), profile),
    ],
  ])('lies elsewhere where the profile has %s, and leaves nothing there', async (_, prepare) => {
    const profile = prepare(newProfile())
    mkdirSync(profile, { recursive: true })
    const { address, close } = await listening({ profile })
    expect(address.startsWith(profile)).toBe(false)
    expect(statSync(join(address, '..')).mode & 0o777).toBe(0o700)
    expect(await (await reached(profile)).call('settings.write', {})).toEqual(settings)
    close()
    expect(existsSync(join(address, '..'))).toBe(false)
  })

  test('that cannot be had is a line in the log, and the kiosk goes on', async () => {
    const logged: string[] = []
    const app: Served = { handlers: handlersWith({}), visit: asAnybody, subscribe: () => () => undefined }
    const gone = join(newProfile(), 'gone')
    expect(await listenForCommands({ profile: gone, app, log: (line) => logged.push(line) })).toBeNull()
    expect(logged).toEqual([expect.stringMatching(/đóng Chốt trước khi chạy lệnh.*close it before you run one/)])
  })
})

test('on Windows it is a pipe whose name is the profile’s and this run’s', () => {
  const [first, ...others] = socketPlaces('/profile', 'a'.repeat(64), 'win32')
  const names = [
    first,
    ...socketPlaces('/other', 'a'.repeat(64), 'win32'),
    ...socketPlaces('/profile', 'b'.repeat(64), 'win32'),
  ]
  expect(others).toEqual([])
  expect(first?.address).toMatch(/^\\\\\.\\pipe\\chot-[0-9a-f]{32}$/)
  expect(new Set(names.map((place) => place?.address)).size).toBe(3)
})

describe('a stranger who reaches the socket', () => {
  test.each([
    ['without the pass', () => 'b'.repeat(64)],
    ['with the pass’s name alone', (pass: string) => pass.slice(0, 16) + '0'.repeat(48)],
  ])('%s is not let in', async (_, forged) => {
    const { address, profile, written } = await listening()
    const socket = plug(address)
    const wire = lineWire(socket, longestMessage)
    const gone = closed(socket)
    expect(await introduce(wire, { address, pass: forged(wholePass(profile)) })).toBe(false)
    socket.destroy()
    await gone
    expect(written()).toBe(0)
  })

  test('is not heard when it calls without a word of who it is', async () => {
    const { address, written } = await listening()
    const socket = await raw(address)
    socket.write('{"id":1,"method":"settings.write","input":{}}\n')
    await closed(socket)
    expect(written()).toBe(0)
  })

  test('is dropped where it says nothing', async () => {
    const { address } = await listening({ patience: { ...usualPatience, stranger: 20 } })
    await closed(await raw(address))
  })

  test('is dropped whatever it says', async () => {
    // Some greet it rightly, and then have no proof.
    const patience = { ...usualPatience, stranger: 100 }
    const { address, profile, written, logged } = await listening({ patience })
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom('{"name":', '\n', '{}\n', 'null\n', '\u0000', '['.repeat(5_000), 'x'.repeat(longestMessage)),
      fc.constant(
        `{"name":"${wholePass(profile).slice(0, 16)}","nonce":"${'0'.repeat(32)}"}\n{"proof":"${'0'.repeat(64)}"}`,
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 4 }), async (said) => {
        const socket = await raw(address)
        for (const piece of said) socket.write(piece)
        socket.write('\n')
        await closed(socket)
      }),
      { numRuns: 100 },
    )
    expect(written()).toBe(0)
    expect(logged).toEqual([])
    expect(await (await reached(profile)).call('settings.write', {})).toEqual(settings)
  })

  test('and knows the pass’s name makes a proof up in vain', async () => {
    const { address, profile, written } = await listening()
    const socket = await raw(address)
    const challenged = once(socket, 'data')
    socket.write(`${JSON.stringify({ name: wholePass(profile).slice(0, 16), nonce: '0'.repeat(32) })}\n`)
    expect(JSON.parse(String(await challenged))).toEqual({
      nonce: expect.stringMatching(/^[0-9a-f]{32}$/),
      proof: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    socket.write(`${JSON.stringify({ proof: '0'.repeat(64) })}\n{"id":1,"method":"settings.write","input":{}}\n`)
    await closed(socket)
    expect(written()).toBe(0)
  })

  test('may hold so many connections and no more', async () => {
    const { address, profile } = await listening()
    const held = await Promise.all(Array.from({ length: mostConnections }, () => raw(address)))
    const late = plug(address)
    late.on('error', () => undefined).resume()
    await closed(late)
    expect(held.filter(({ destroyed }) => destroyed)).toEqual([])
    held[0]?.destroy()
    await expect.poll(() => reachKiosk(profile).then((client) => (client?.close(), client !== null))).toBe(true)
  })
})

describe('who has been let in', () => {
  test.each([
    ['no JSON', 'x\n'],
    ['no text', Buffer.from([0xff, 0xfe, 0x0a])],
    ['no call', '{"entered":true}\n'],
    ['a line that never ends', 'x'.repeat(longestMessage + 1)],
  ])('and sends %s is cut off', async (_, sent) => {
    const kiosk = await listening()
    const socket = await entered(kiosk)
    socket.write(sent)
    await closed(socket)
    expect(kiosk.written()).toBe(0)
  })

  test('is answered however its bytes are cut up', async () => {
    const kiosk = await listening()
    const call = Buffer.from('{"id":1,"method":"settings.write","input":{"camera":"máy ảnh"}}\n')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: call.length }), { maxLength: 6 }), async (cuts) => {
        const socket = await entered(kiosk)
        const answered = once(socket, 'data')
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), call.length]
        for (const [index, from] of bounds.slice(0, -1).entries()) {
          const piece = call.subarray(from, bounds[index + 1])
          await new Promise<void>((sent) => socket.write(piece, () => sent()))
        }
        expect(JSON.parse(String(await answered))).toEqual({ id: 1, output: settings })
        socket.destroy()
        await closed(socket)
      }),
      { numRuns: 20 },
    )
  })

  test('and makes too many calls at once is cut off', async () => {
    const kiosk = await listening({ answers: { 'trust.sticks': () => new Promise(() => undefined) } })
    const socket = await entered(kiosk)
    for (let id = 0; id < 9; id += 1) socket.write(`{"id":${id},"method":"trust.sticks","input":{}}\n`)
    await closed(socket)
  })

  test('and says nothing more is dropped, but not while it waits for an answer', async () => {
    const answer = Promise.withResolvers<[]>()
    const kiosk = await listening({
      patience: { ...usualPatience, idle: 50 },
      answers: { 'trust.sticks': () => answer.promise },
    })
    const waiting = await entered(kiosk)
    waiting.write('{"id":1,"method":"trust.sticks","input":{}}\n')
    const silent = await entered(kiosk)
    await closed(silent)
    expect(waiting.destroyed).toBe(false)
    const heard = once(waiting, 'data')
    answer.resolve([])
    expect(JSON.parse(String(await heard))).toEqual({ id: 1, output: [] })
    await closed(waiting)
  })
})

describe('a program that stands in the kiosk’s place', () => {
  test.each([
    ['says nothing that is understood', 'hello\n'],
    ['lets everybody in', '{"entered":true}\n'],
    ['makes a proof up', `{"nonce":"${'0'.repeat(32)}","proof":"${'0'.repeat(64)}"}\n`],
  ])('and %s hears a name and a nonce alone', async (_, answer) => {
    const profile = newProfile()
    const pass = 'c'.repeat(16) + 'd'.repeat(48)
    writeFileSync(join(profile, 'kiosk.pass'), pass)
    const heard: string[] = []
    const [place] = socketPlaces(profile, pass, process.platform)
    const server = createServer((socket) => {
      socket.on('data', (piece) => {
        heard.push(String(piece))
        socket.write(answer)
      })
    }).listen(place?.address)
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    expect(await reachKiosk(profile)).toBeNull()
    expect(heard.map((text): unknown => JSON.parse(text))).toEqual([
      { name: 'c'.repeat(16), nonce: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ])
  })
})

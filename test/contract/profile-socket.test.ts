/** The socket of a profile: a command of the same user is heard, and what is left behind. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Served } from '../../main/profile-socket/attend.ts'
import { listenForCommands, openProfileSocket } from '../../main/profile-socket/open-socket.ts'
import { reachKiosk } from '../../main/profile-socket/reach-kiosk.ts'
import { longestSocketPath, socketPlaces } from '../../main/profile-socket/socket-place.ts'
import type { Emit } from '../../shared/contract/contract.ts'
import { handlersWith, settings } from './answers.ts'
import { asAnybody, newProfile, listening, reached } from './profile-socket-at.ts'

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

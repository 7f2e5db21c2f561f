/** Sticks that are plugged in, and what of ours is told to be on them. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readRoot } from '../../../../main/trust/index.ts'
import { findSticks, mostSticks, type Own } from '../../../../main/trust/sticks/find-sticks.ts'
import { mostFolders } from '../../../../main/trust/sticks/look-at-folder.ts'
import { isMounted } from '../../../../main/trust/sticks/stick-itself.ts'
import { stickPlaces } from '../../../../main/trust/sticks/stick-places.ts'
import { WaitingRoom } from '../../../../main/trust/sticks/waiting-room.ts'
import type { FoundPlace } from '../../../../shared/contract/trust.ts'
import { day, start, testAuthority, type TestAuthority } from './repository/test-authority.ts'

/** A folder as `/media`: a folder a user, in it one a stick. */
function media(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-media-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function plugIn(folder: string, name: string, content?: string): string {
  const stick = join(folder, 'can-bo', name)
  mkdirSync(stick, { recursive: true })
  if (content !== undefined) cpSync(content, stick, { recursive: true })
  return stick
}

const nobody: Own = { root: null, version: null, now: start }

const believing = (authority: TestAuthority, version: number | null): Own => ({
  root: readRoot(readFileSync(join(authority.home.metadata, '1.root.json'))),
  version,
  now: start,
})

const look = (folder: string, own: Own = nobody): Promise<FoundPlace[]> =>
  findSticks([{ folder, levels: 2 }], own, new WaitingRoom())

test.each([
  ['linux', ['/media 2', '/run/media 2', '/mnt 1']],
  ['darwin', ['/Volumes 1']],
] as const)('on %s sticks are in %j', (platform, places) => {
  expect(stickPlaces(platform).map(({ folder, levels }) => `${folder} ${levels}`)).toEqual(places)
})

test('on Windows they are drives, but for floppy disks and the computer’s own', () => {
  const letters = stickPlaces('win32').map(({ folder }) => folder)
  expect([letters[0], letters.at(-1), letters.length]).toEqual(['D:\\', 'Z:\\', 23])
})

describe('a stick', () => {
  test('with a publication is told by version, and against what is in use', async () => {
    const authority = testAuthority()
    const folder = media()
    const stick = plugIn(folder, 'USB', authority.stick)
    const said = async (version: number | null): Promise<string | undefined> =>
      (await look(folder, believing(authority, version)))[0]?.said.en
    expect(await look(folder, believing(authority, 3))).toEqual([
      { path: stick, name: 'USB', holds: 'publication', said: expect.anything() },
    ])
    expect(await said(0)).toMatch(/^Publication 1 of .*, newer than the one in use \(0\)\.$/)
    expect(await said(1)).toMatch(/the one in use\.$/)
    expect(await said(2)).toMatch(/older than the one in use \(2\)\.$/)
    expect(await said(null)).toMatch(/this checkpoint has none yet\.$/)
  })

  test('of another authority is told so, whatever its version', async () => {
    const folder = media()
    plugIn(folder, 'USB', testAuthority().stick)
    const [found] = await look(folder, believing(testAuthority(), 0))
    expect(found?.said.en).toContain('not of the authority that this checkpoint believes')
    expect(found?.said.vi).toContain('không dùng ở đây')
  })

  test('that has expired is told so', async () => {
    const authority = testAuthority()
    const folder = media()
    plugIn(folder, 'USB', authority.stick)
    const [found] = await look(folder, { ...believing(authority, null), now: start + 31 * day })
    expect(found?.said.en).toMatch(/; it expired at .*\.$/)
  })

  test('with a publication in a folder of its own is told by that folder', async () => {
    const folder = media()
    const stick = plugIn(folder, 'USB')
    cpSync(testAuthority().stick, join(stick, 'khóa mới'), { recursive: true })
    expect(await look(folder)).toMatchObject([{ path: join(stick, 'khóa mới'), name: 'USB' }])
  })

  test('with the set-up of another kiosk is told by the file', async () => {
    const folder = media()
    const stick = plugIn(folder, 'USB')
    writeFileSync(join(stick, 'chot-set-up-lan-2.json'), '{}')
    writeFileSync(join(stick, 'notes.json'), '{}')
    expect(await look(folder)).toMatchObject([{ path: join(stick, 'chot-set-up-lan-2.json'), holds: 'set-up' }])
  })

  test('with nothing of ours, or with what only looks like it, is not told of', async () => {
    const folder = media()
    plugIn(folder, 'PHOTOS')
    for (const [name, text] of [
      ['broken', '{'],
      ['other', '{"signed":{"_type":"root","version":1,"expires":"2030-01-01T00:00:00Z"}}'],
      ['large', ' '.repeat(20_000)],
    ]) {
      const metadata = join(plugIn(folder, name ?? ''), 'metadata')
      mkdirSync(metadata)
      writeFileSync(join(metadata, 'timestamp.json'), text ?? '')
    }
    expect(await look(folder)).toEqual([])
  })

  test('that is a link is not followed, and neither is one on it', async () => {
    const authority = testAuthority()
    const folder = media()
    symlinkSync(authority.stick, join(plugIn(folder, 'USB'), '..', 'linked'))
    symlinkSync(authority.stick, join(plugIn(folder, 'USB'), 'linked'))
    symlinkSync(join(authority.stick, 'metadata'), join(plugIn(folder, 'OTHER'), 'metadata'))
    const third = join(plugIn(folder, 'THIRD'), 'metadata')
    mkdirSync(third)
    symlinkSync(join(authority.stick, 'metadata', 'timestamp.json'), join(third, 'timestamp.json'))
    expect(await look(folder)).toEqual([])
  })

  test('with many folders is looked at as far as that takes no time, and says that there may be more on it', async () => {
    const folder = media()
    const { stick: publication } = testAuthority()
    const stick = plugIn(folder, 'USB')
    for (let index = 0; index < mostFolders; index += 1) mkdirSync(join(stick, `folder-${index}`))
    expect(await look(folder)).toEqual([])
    cpSync(publication, join(stick, 'last'), { recursive: true })
    expect(await look(folder)).toMatchObject([
      { path: stick, name: 'USB', holds: 'unseen', said: { en: expect.stringContaining('to the top of the stick') } },
    ])
    cpSync(publication, stick, { recursive: true })
    expect(await look(folder)).toMatchObject([{ path: stick, holds: 'publication' }, { holds: 'unseen' }])
  })

  test('with hundreds of files is looked at whole', async () => {
    const folder = media()
    const stick = plugIn(folder, 'USB')
    for (let index = 0; index < 300; index += 1) writeFileSync(join(stick, `photo-${index}.jpg`), '')
    writeFileSync(join(stick, 'chot-set-up-lan-2.json'), '{}')
    writeFileSync(join(stick, 'chot-set-up-lan-3.json'), '{}')
    expect(await look(folder)).toMatchObject([{ holds: 'set-up' }, { holds: 'set-up' }])
  })
})

test('of more sticks than are looked at the first that is not is told, with what to do', async () => {
  const folder = media()
  for (let index = 1; index <= mostSticks; index += 1) plugIn(folder, `USB-${index + 100}`)
  expect((await look(folder)).filter(({ holds }) => holds === 'beyond')).toEqual([])
  const next = plugIn(folder, 'USB-200')
  plugIn(folder, 'USB-201')
  expect((await look(folder)).filter(({ holds }) => holds === 'beyond')).toEqual([
    {
      path: next,
      name: 'USB-200',
      holds: 'beyond',
      said: {
        vi: expect.stringMatching(/hơn 32 USB.+Rút bớt USB/),
        en: expect.stringMatching(/more than 32 sticks.+Pull some out/),
      },
    },
  ])
})

describe('a stick as a place to write to', () => {
  const onTo = async (folder: string, mounted: (stick: string) => boolean = () => true): Promise<FoundPlace[]> => {
    const found = await findSticks([{ folder, levels: 2 }], nobody, new WaitingRoom(), (stick) =>
      Promise.resolve(mounted(stick)),
    )
    return found.filter(({ holds }) => holds === 'stick')
  }

  test('is told as empty whatever its system put there, and as full where files are', async () => {
    const folder = media()
    const stick = plugIn(folder, 'A-EMPTY')
    mkdirSync(join(stick, 'System Volume Information'))
    writeFileSync(join(stick, '.hidden'), '')
    writeFileSync(join(plugIn(folder, 'B-FULL'), 'photo.jpg'), '')
    expect(await onTo(folder)).toEqual([
      { path: stick, name: 'A-EMPTY', holds: 'stick', said: { vi: 'Trống.', en: 'Empty.' } },
      expect.objectContaining({
        name: 'B-FULL',
        said: expect.objectContaining({ en: 'Other files, nothing of Chốt’s.' }),
      }),
    ])
  })

  test('is told once, with all that is on it', async () => {
    const folder = media()
    const stick = plugIn(folder, 'USB', testAuthority().stick)
    writeFileSync(join(stick, 'chot-set-up-lan-2.json'), '{}')
    const [found, ...more] = await onTo(folder)
    expect(more).toEqual([])
    expect(found?.path).toBe(stick)
    expect(found?.said.en).toMatch(/^Publication 1 of .* The set-up of another kiosk, without any secret\.$/)
  })

  test('is none where only its folder is left, on the computer’s own disk', async () => {
    const folder = media()
    plugIn(folder, 'PULLED-OUT')
    expect(await onTo(folder, () => false)).toEqual([])
    expect(await look(folder)).toEqual([])
  })

  test('is known by lying on another disk than the folder that it is in', async () => {
    expect([await isMounted('/'), await isMounted(media())]).toEqual([true, false])
  })
})

describe('places that do not answer', () => {
  const never = new Promise<string>(() => undefined)

  test('are left out, and keep nobody waiting for the others', async () => {
    const room = new WaitingRoom(20)
    expect(
      await room.ask(['a', 'hangs', 'b'], (place) => (place === 'hangs' ? never : Promise.resolve(place))),
    ).toEqual(['a', 'b'])
  })

  test('are not asked again before they have answered', async () => {
    const room = new WaitingRoom(20)
    const late = Promise.withResolvers<string>()
    let asked = 0
    const hang = (): Promise<string> => {
      asked += 1
      return late.promise
    }
    expect(await room.ask(['a'], hang)).toEqual([])
    expect(await room.ask(['a'], hang)).toEqual([])
    expect(asked).toBe(1)
    late.resolve('back')
    await late.promise
    expect(await room.ask(['a'], hang)).toEqual(['back'])
  })

  test('never hold more than two of the threads that everything else needs', async () => {
    const room = new WaitingRoom(20)
    let asked = 0
    const hang = (): Promise<string> => {
      asked += 1
      return never
    }
    expect(await room.ask(['a', 'b', 'c', 'd'], hang)).toEqual([])
    expect(await room.ask(['c', 'd'], hang)).toEqual([])
    expect(asked).toBe(2)
  })

  test('that fail are left out', async () => {
    const room = new WaitingRoom()
    expect(await room.ask(['a'], () => Promise.reject(new Error('EIO')))).toEqual([])
  })
})

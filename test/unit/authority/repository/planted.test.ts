/** What somebody planted on the stick, or in the authority's folder, is neither followed nor waited for. */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { lockFolder } from '../../../../authority/repository/folder-lock.ts'
import { checkDestination } from '../../../../authority/repository/mirror.ts'
import { dispatch } from '../../../../main/terminal/index.ts'
import { testTerminal } from '../../../fixtures/terminal.ts'
import { start, testAuthority, testPassphrase, type TestAuthority } from '../../main/trust/repository/test-authority.ts'
import { failureOf } from './test-keys.ts'

function run({ home }: TestAuthority, ...args: string[]): Promise<number> {
  const env = { CHOT_AUTHORITY: home.folder, CHOT_AUTHORITY_PASSPHRASE: testPassphrase }
  return dispatch(chotAuthority, args, testTerminal({ env, now: () => start }))
}

/** Somebody else's folder with a file, which must stay as they are. */
function victim({ folder }: TestAuthority) {
  const place = join(folder, 'victim')
  mkdirSync(place)
  const file = join(place, 'mine.part')
  writeFileSync(file, 'mine')
  const expectUntouched = (): void => {
    expect(readdirSync(place)).toEqual(['mine.part'])
    expect(readFileSync(file, 'utf8')).toBe('mine')
  }
  return { place, file, expectUntouched }
}

const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('a link planted', () => {
  test('where files or their parts will be is replaced, on the stick and in the authority’s folder', async () => {
    const authority = testAuthority()
    const { home, stick } = authority
    const { file, expectUntouched } = victim(authority)
    for (const folder of [join(stick, 'metadata'), home.metadata])
      for (const name of ['2.targets.json', '2.snapshot.json', 'timestamp.json'])
        for (const place of folder === home.metadata ? [`${name}.part`] : [`${name}.part`, name]) {
          rmSync(join(folder, place), { force: true })
          symlinkSync(file, join(folder, place))
        }
    await run(authority, 'publish', stick)
    expectUntouched()
    for (const folder of [join(stick, 'metadata'), join(stick, 'targets')])
      for (const name of filesIn(folder)) expect(lstatSync(join(folder, name)).isFile()).toBe(true)
  })

  test('to the very bytes that are written is replaced too', () => {
    const authority = testAuthority()
    const { stick, folder } = authority
    const copies = join(folder, 'copies')
    mkdirSync(copies)
    const planted = ['metadata', 'targets'].flatMap((inner) =>
      filesIn(join(stick, inner)).map((name) => {
        const file = join(stick, inner, name)
        renameSync(file, join(copies, name))
        symlinkSync(join(copies, name), file)
        return file
      }),
    )
    authority.publish()
    for (const file of planted.filter((each) => existsSync(each))) expect(lstatSync(file).isFile()).toBe(true)
  })

  test.each(['metadata', 'targets'])('in place of the stick’s folder %s refuses the stick', async (name) => {
    const authority = testAuthority()
    const { place, expectUntouched } = victim(authority)
    rmSync(join(authority.stick, name), { recursive: true })
    symlinkSync(place, join(authority.stick, name))
    await expect(run(authority, 'publish', authority.stick)).rejects.toMatchObject({ code: 'folder-is-link' })
    expectUntouched()
  })

  test.each(['keys', 'working', 'issuers'])('in place of the authority’s own %s stops every command', async (name) => {
    const authority = testAuthority()
    const { place, expectUntouched } = victim(authority)
    rmSync(join(authority.home.folder, name), { recursive: true, force: true })
    symlinkSync(place, join(authority.home.folder, name))
    for (const args of [
      ['key', 'add', 'issuer', '--name', 'A', '--country', 'VN'],
      ['publish', authority.stick],
    ])
      await expect(run(authority, ...args)).rejects.toMatchObject({ code: 'folder-is-link' })
    expectUntouched()
  })

  test('where an authority is to be made stops it', async () => {
    const authority = testAuthority()
    const { place, expectUntouched } = victim(authority)
    const home = join(authority.folder, 'new')
    mkdirSync(home)
    symlinkSync(place, join(home, 'keys'))
    await expect(run(authority, 'init', '--authority', home)).rejects.toMatchObject({ code: 'folder-is-link' })
    expectUntouched()
  })

  test('that leads into the authority’s folder is seen through', () => {
    const { home, folder } = testAuthority()
    const way = join(folder, 'way')
    symlinkSync(home.folder, way)
    for (const destination of [way, join(way, 'usb')])
      expect(failureOf(() => checkDestination(home, destination))).toBe('publishing-into-itself')
  })
})

test.skipIf(process.platform === 'win32')('a pipe on the stick is not waited for', () => {
  const authority = testAuthority()
  const metadata = join(authority.stick, 'metadata')
  for (const name of ['1.root.json', 'timestamp.json', '1.targets.json', '7.targets.json']) {
    rmSync(join(metadata, name), { force: true })
    execFileSync('mkfifo', [join(metadata, name)])
  }
  checkDestination(authority.home, authority.stick)
  authority.publish()
  for (const name of ['1.root.json', 'timestamp.json']) expect(lstatSync(join(metadata, name)).isFile()).toBe(true)
})

describe('while another run is at work on the authority', () => {
  test.each([
    [['publish', 'usb']],
    [['key', 'add', 'targets']],
    [['key', 'add', 'issuer', '--name', 'A', '--country', 'VN']],
    [['key', 'renew']],
  ])('%j is refused with a sentence', async (args) => {
    const authority = testAuthority()
    const before = readdirSync(authority.home.folder, { recursive: true })
    const release = lockFolder(authority.home.folder)
    await expect(run(authority, ...args)).rejects.toMatchObject({ code: 'authority-busy' })
    release()
    expect(readdirSync(authority.home.folder, { recursive: true }).filter((name) => name !== 'lock.sqlite')).toEqual(
      before,
    )
  })
})

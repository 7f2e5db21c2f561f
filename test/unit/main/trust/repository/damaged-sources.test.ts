/** Sources that are damaged, endless, gone or something else, and disks that will not take an update. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeDisk, type Disk } from '../../../../../main/trust/repository/disk.ts'
import { folderSource, sayRefusal, type RepositorySource } from '../../../../../main/trust/repository/index.ts'
import { expectRefused, fileOf, metadata, publishNext, targetName } from './forge.ts'
import type { TrustFiles } from '../../../../../main/trust/trust-files.ts'
import { storeWithFirst, testAuthority } from './test-authority.ts'

describe('an update is refused that', () => {
  test('lists a file that is larger than it may be', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority, 20_000)
    await expectRefused(authority, folderSource(authority.stick), 'too-large', { limits: new Map([['keys.json', 25]]) })
  })

  test('brings a file that is larger than its listing', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    const name = targetName(authority, 2)
    writeFileSync(join(authority.stick, 'targets', name), Buffer.alloc(100_000))
    const refusal = await expectRefused(authority, folderSource(authority.stick), 'too-large')
    expect(refusal?.values['file']).toBe(`targets/${name}`)
  })

  test('never ends: reading stops at the limit', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    const endless = async function* () {
      for (;;) yield Buffer.alloc(64 * 1024, 0x20)
    }
    const source: RepositorySource = {
      open: (path) =>
        Promise.resolve(path.endsWith('timestamp.json') ? { kind: 'file', chunks: endless() } : { kind: 'missing' }),
    }
    await expectRefused(authority, source, 'too-large')
  })

  test.each(['metadata/2.snapshot.json', 'metadata/2.targets.json', 'targets/', 'metadata/timestamp.json'])(
    'lacks a file: %s',
    async (which) => {
      const authority = testAuthority()
      await storeWithFirst(authority)
      publishNext(authority)
      rmSync(join(authority.stick, fileOf(authority, which)))
      const refusal = await expectRefused(authority, folderSource(authority.stick), 'incomplete')
      expect(refusal?.values['file']).toBe(fileOf(authority, which))
    },
  )

  test.each(['metadata/2.snapshot.json', 'metadata/2.targets.json', 'targets/', 'metadata/timestamp.json'])(
    'has a file cut short: %s',
    async (which) => {
      const authority = testAuthority()
      await storeWithFirst(authority)
      publishNext(authority)
      truncateSync(join(authority.stick, fileOf(authority, which)), 20)
      await expectRefused(authority, folderSource(authority.stick), 'incomplete')
    },
  )

  test('has a file that a stick left blank', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    writeFileSync(metadata(authority, 'timestamp.json'), Buffer.alloc(512))
    await expectRefused(authority, folderSource(authority.stick), 'incomplete')
  })

  test.each(['metadata/2.snapshot.json', 'metadata/2.targets.json', 'targets/'])(
    'has a file whose bytes were altered: %s',
    async (which) => {
      const authority = testAuthority()
      await storeWithFirst(authority)
      publishNext(authority)
      const file = join(authority.stick, fileOf(authority, which))
      const bytes = readFileSync(file)
      bytes[bytes.length - 5]! ^= 1
      writeFileSync(file, bytes)
      await expectRefused(authority, folderSource(authority.stick), 'altered')
    },
  )

  test('is no repository: an empty folder', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    const empty = join(authority.folder, 'empty')
    mkdirSync(empty)
    await expectRefused(authority, folderSource(empty), 'not-a-repository')
  })

  test('is no repository: the page of a captive portal in the place of every file', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    const portal = async function* () {
      yield Buffer.from('<html><body>Sign in</body></html>')
    }
    await expectRefused(
      authority,
      { open: () => Promise.resolve({ kind: 'file', chunks: portal() }) },
      'not-a-repository',
    )
  })

  test('cannot be reached', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    const refusal = await expectRefused(
      authority,
      {
        open: () =>
          Promise.resolve({ kind: 'unreachable', refusal: { code: 'unreachable', values: { why: 'no network' } } }),
      },
      'unreachable',
    )
    expect(refusal && sayRefusal('en', refusal)).toContain('(no network)')
  })

  test('is properly signed, and not what this program can use', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    const accept = (files: TrustFiles) => {
      const found = files.has('keys.json')
      const why = found ? { vi: 'không có khóa nào', en: 'no key in it' } : { vi: 'thiếu', en: 'missing' }
      return { accepted: false, file: 'keys.json', why } as const
    }
    const refusal = await expectRefused(authority, folderSource(authority.stick), 'not-acceptable', { accept })
    expect(refusal && sayRefusal('vi', refusal)).toContain('không có khóa nào')
    expect(refusal && sayRefusal('en', refusal)).toContain('no key in it')
  })

  test('leads out of its folder by a link', async () => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    const file = join(authority.stick, fileOf(authority, 'targets/'))
    const elsewhere = join(authority.folder, 'elsewhere')
    cpSync(file, elsewhere)
    rmSync(file)
    symlinkSync(elsewhere, file)
    await expectRefused(authority, folderSource(authority.stick), 'incomplete')
  })

  test.each([
    ['disk-full', 'ENOSPC'],
    ['disk-failed', 'EIO'],
  ] as const)('does not fit on the disk or cannot be written: %s', async (code, errno) => {
    const authority = testAuthority()
    await storeWithFirst(authority)
    publishNext(authority)
    const disk: Disk = {
      ...nodeDisk,
      write: () => Promise.reject(Object.assign(new Error(`${errno}: no`), { code: errno, syscall: 'write' })),
    }
    await expectRefused(authority, folderSource(authority.stick), code, { disk })
  })
})

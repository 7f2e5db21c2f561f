/** A profile in one encrypted file, and a profile made of it on another laptop. */
import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupKey, frameHead, openPiece, pieceLength, sealPiece } from '../../../../main/checkpoint/backup/frame.ts'
import { makeBackup } from '../../../../main/checkpoint/backup/make-backup.ts'
import { RecordReader, recordHead } from '../../../../main/checkpoint/backup/records.ts'
import { restoreBackup, waysToOpen } from '../../../../main/checkpoint/backup/restore-backup.ts'
import { openSecrets } from '../../../../main/checkpoint/index.ts'
import { readEntries, setJournalAside } from '../../../../main/journal/index.ts'
import { keptAuthorities } from '../../../../main/private-servers/index.ts'
import { openProfileJournal, readCheckpoint } from '../../../../main/profile/index.ts'
import { emptyPlace, realProfile } from '../../../fixtures/real-profile.ts'
import { smallDisk } from '../../../fixtures/small-disk.ts'
import { testTls } from '../../../fixtures/tls.ts'

/** Null where this user may mount none. */
const disk = smallDisk()

const hear = { now: () => 7, log: () => undefined }

const secretsOf = (profile: string, passphrase: string | null = null) =>
  openSecrets({ profile, passphrase: async () => passphrase, missing: 'refuse', system: null })

const entriesOf = async (profile: string) => [
  ...readEntries(join(profile, 'journal'), await secretsOf(profile).journalKey()),
]

/** A profile and its backup, which opens with the recovery code, and with `passphrase` where one is given. */
async function backedUp(passphrase: string | null = null) {
  const { profile, recoveryCode } = await realProfile()
  const file = `${profile}.backup`
  const made = await makeBackup({ profile, passphrase: null, system: null }, file, { passphrase, now: 5 })
  if (!made.ok) throw new Error(made.said.en)
  return { profile, recoveryCode, file }
}

describe('a backup', () => {
  test('restores the same checkpoint with its journal, and the journal says up to where it was restored', async () => {
    const { profile, recoveryCode, file } = await backedUp()
    const place = emptyPlace()
    expect(await restoreBackup(file, place, { code: recoveryCode }, hear)).toEqual({
      ok: true,
      madeAt: 5,
      lost: 0,
      kept: 'open',
    })
    expect(readCheckpoint(place)).toEqual(readCheckpoint(profile))
    const [before, after] = [await entriesOf(profile), await entriesOf(place)]
    const { seq, hash } = before.at(-1)!.entry
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after[before.length]?.entry.kind).toBe('journal.restored')
    expect(JSON.parse(after[before.length]?.payload ?? '')).toMatchObject({ why: 'restored', from: { seq, hash } })
  })

  test('takes the authorities of private servers along, also those that an earlier version kept apart', async () => {
    const { profile, recoveryCode } = await realProfile()
    mkdirSync(join(profile, 'sync'))
    writeFileSync(join(profile, 'sync', 'hub-authority.pem'), testTls.cert)
    const [file, place] = [`${profile}.backup`, emptyPlace()]
    await makeBackup({ profile, passphrase: null, system: null }, file, { passphrase: null, now: 5 })
    await restoreBackup(file, place, { code: recoveryCode }, hear)
    expect(keptAuthorities(place)).toEqual([new X509Certificate(testTls.cert).toString()])
  })

  test('keeps the passphrase that the profile had, and says that it is that one', async () => {
    const passphrase = 'câu của hồ sơ'
    const { profile, recoveryCode } = await realProfile({ secret: { kept: 'passphrase', passphrase } })
    const file = `${profile}.backup`
    await makeBackup({ profile, passphrase, system: null }, file, { passphrase: 'câu của tệp', now: 5 })
    const place = emptyPlace()
    expect(await restoreBackup(file, place, { code: recoveryCode }, hear)).toMatchObject({ kept: 'passphrase' })
    const [restored, before] = [secretsOf(place, passphrase), secretsOf(profile, passphrase)]
    expect(restored.journalKey()).toEqual(before.journalKey())
  })

  test('finds nothing to doubt in what it restored', async () => {
    const { recoveryCode, file } = await backedUp()
    const place = emptyPlace()
    await restoreBackup(file, place, { code: recoveryCode }, hear)
    const kinds = (await entriesOf(place)).map(({ entry }) => entry.kind)
    expect(kinds).not.toContain('journal.doubted')
  })

  test('holds what was recorded while a kiosk has the journal open', async () => {
    const { profile, recoveryCode } = await realProfile()
    const { journal } = await openProfileJournal(profile, { secrets: secretsOf(profile), ...hear })
    journal.recordEvent('clock.confirmed', { dismissed: null }, 6)
    const file = `${profile}.backup`
    await makeBackup({ profile, passphrase: null, system: null }, file, { passphrase: null, now: 5 })
    journal.close()
    const place = emptyPlace()
    await restoreBackup(file, place, { code: recoveryCode }, hear)
    expect((await entriesOf(place)).map(({ entry }) => entry.kind)).toContain('clock.confirmed')
  })

  test('opens with a passphrase too, where one was chosen, and tells which ways there are', async () => {
    const { file } = await backedUp('một câu dài')
    expect(waysToOpen(file)).toEqual({ code: true, passphrase: true })
    expect(await restoreBackup(file, emptyPlace(), { passphrase: 'khác' }, hear)).toMatchObject({ ok: false })
    expect(await restoreBackup(file, emptyPlace(), { passphrase: 'một câu dài' }, hear)).toMatchObject({ ok: true })
  })

  test('keeps a secret under its passphrase', async () => {
    const kept = { kept: 'passphrase', passphrase: 'một câu dài' } as const
    const { profile, recoveryCode } = await realProfile({ secret: kept })
    const file = `${profile}.backup`
    await makeBackup({ profile, passphrase: kept.passphrase, system: null }, file, { passphrase: null, now: 5 })
    const place = emptyPlace()
    await restoreBackup(file, place, { code: recoveryCode }, hear)
    await expect(secretsOf(place).journalKey()).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' })
    expect(await secretsOf(place, kept.passphrase).journalKey()).toHaveLength(32)
  })

  test('brings the journals along that were set aside', async () => {
    const { profile, recoveryCode } = await realProfile()
    const keys = { journal: await secretsOf(profile).journalKey(), kiosk: await secretsOf(profile).kioskKey() }
    const { folder } = setJournalAside(join(profile, 'journal'), keys, 6)
    const file = `${profile}.backup`
    await makeBackup({ profile, passphrase: null, system: null }, file, { passphrase: null, now: 5 })
    const place = emptyPlace()
    expect(await restoreBackup(file, place, { code: recoveryCode }, hear)).toMatchObject({ ok: true })
    expect([...readEntries(join(place, folder), keys.journal)][0]?.entry.kind).toBe('journal.begun')
  })

  test.skipIf(disk === null)('leaves nothing on a disk that is too full for it, and says so', async () => {
    const { profile, recoveryCode, file } = await backedUp()
    disk!.fill()
    const place = { profile, passphrase: null, system: null }
    const onto = join(disk!.folder, 'backup')
    const made = await makeBackup(place, onto, { passphrase: null, now: 5 })
    expect(made).toMatchObject({ ok: false, said: { en: expect.stringContaining('no room') } })
    expect(existsSync(onto)).toBe(false)
    const into = join(disk!.folder, 'profile')
    const restored = await restoreBackup(file, into, { code: recoveryCode }, hear)
    expect(restored).toMatchObject({ ok: false, said: { en: expect.stringContaining('no room') } })
    expect(existsSync(into) ? readdirSync(into) : []).toEqual([])
    disk!.free()
  })

  test('is its owner’s alone to read, and holds neither the secret nor a name in the clear', async () => {
    const { profile, file } = await backedUp()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const bytes = readFileSync(file)
    expect(bytes.includes('Như Nguyệt')).toBe(false)
    const { secret } = JSON.parse(readFileSync(join(profile, 'secret.json'), 'utf8')) as { secret: string }
    expect(bytes.includes(secret)).toBe(false)
  })

  test('is never written over a file that is there', async () => {
    const { profile, file } = await backedUp()
    const before = readFileSync(file)
    const again = await makeBackup({ profile, passphrase: null, system: null }, file, { passphrase: null, now: 5 })
    expect(again).toMatchObject({ ok: false })
    expect(readFileSync(file)).toEqual(before)
  })

  test('is not made where nobody could open it', async () => {
    const { profile } = await realProfile()
    writeFileSync(join(profile, 'recovery.json'), '{}')
    const made = await makeBackup({ profile, passphrase: null, system: null }, `${profile}.backup`, {
      passphrase: null,
      now: 5,
    })
    expect(made).toMatchObject({ ok: false, said: { en: expect.stringContaining('nobody could open it') } })
    expect(existsSync(`${profile}.backup`)).toBe(false)
  })

  test('is restored into an empty folder only', async () => {
    const { profile, recoveryCode, file } = await backedUp()
    const place = emptyPlace()
    mkdirSync(place)
    writeFileSync(join(place, 'letters.txt'), 'mine')
    for (const taken of [profile, place]) {
      const before = readdirSync(taken)
      expect(await restoreBackup(file, taken, { code: recoveryCode }, hear)).toMatchObject({ ok: false })
      expect(readdirSync(taken)).toEqual(before)
    }
  })

  test('opens with the code of its own profile alone', async () => {
    const { file } = await backedUp()
    const { recoveryCode } = await realProfile()
    expect(await restoreBackup(file, emptyPlace(), { code: recoveryCode }, hear)).toMatchObject({ ok: false })
  })

  test('with any byte altered, or cut anywhere, restores nothing', async () => {
    const { recoveryCode, file } = await backedUp()
    const bytes = readFileSync(file)
    const broken = fc.oneof(
      fc.nat(bytes.length - 1).chain((at) =>
        fc.integer({ min: 1, max: 255 }).map((by) => {
          const altered = Buffer.from(bytes)
          altered[at]! ^= by
          return altered
        }),
      ),
      fc.nat(bytes.length - 1).map((length) => bytes.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 100 }).map((more) => Buffer.concat([bytes, more])),
    )
    await fc.assert(
      fc.asyncProperty(broken, async (content) => {
        const place = emptyPlace()
        writeFileSync(`${place}.backup`, content)
        const restored = await restoreBackup(`${place}.backup`, place, { code: recoveryCode }, hear)
        expect(restored).toMatchObject({ ok: false, said: { en: expect.stringMatching(/\.$/) } })
        expect(existsSync(place) ? readdirSync(place) : []).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('cut at the end of a piece is said to lack its end', async () => {
    const { recoveryCode, file } = await backedUp()
    const bytes = readFileSync(file)
    const start = bytes.length - ((bytes.length - headEnd(bytes)) % (pieceLength + 16) || pieceLength + 16)
    writeFileSync(file, bytes.subarray(0, start))
    const restored = await restoreBackup(file, emptyPlace(), { code: recoveryCode }, hear)
    expect(restored).toMatchObject({ ok: false, said: { en: expect.stringContaining('lacks its end') } })
  })
})

const headEnd = (bytes: Buffer): number => frameHead(new Uint8Array()).length + bytes.readUInt32BE(14)

describe('the pieces of a backup', () => {
  const key = backupKey(new Uint8Array(32), Buffer.from('head'))
  const plain = fc.uint8Array({ maxLength: 200 })

  test('open in their own place alone', () => {
    fc.assert(
      fc.property(plain, fc.nat(1000), fc.nat(1000), fc.boolean(), fc.boolean(), (bytes, at, other, last, asLast) => {
        const opened = openPiece(key, other, asLast, sealPiece(key, at, last, bytes))
        if (at === other && last === asLast) expect(opened).toEqual(Buffer.from(bytes))
        else expect(opened).toBeNull()
      }),
    )
  })

  test('that were not the last are not taken for it, nor the last for another', () => {
    for (const last of [true, false]) {
      const sealed = sealPiece(key, 3, last, Buffer.from('x'))
      expect(openPiece(key, 3, last, sealed)?.toString()).toBe('x')
      expect(openPiece(key, 3, !last, sealed)).toBeNull()
    }
  })

  test('have another key for another head', () => {
    const sealed = sealPiece(key, 0, true, Buffer.from('x'))
    expect(openPiece(backupKey(new Uint8Array(32), Buffer.from('heaD')), 0, true, sealed)).toBeNull()
  })
})

describe('the files in a backup', () => {
  const read = (bytes: Buffer, step: number): Map<string, string> => {
    const files = new Map<string, string>()
    let now = ''
    const reader = new RecordReader({
      begin: (name) => files.set((now = name), ''),
      write: (more) => void files.set(now, files.get(now)! + more.toString('latin1')),
    })
    for (let at = 0; at < bytes.length; at += step) reader.take(bytes.subarray(at, at + step))
    reader.end()
    return files
  }

  test('come out as they went in, however they are cut into pieces', () => {
    const files = new Map([
      ['checkpoint.json', '{}'],
      ['trust/root.json', ''],
      ['trust/store/g1/targets/keys.json', 'x'.repeat(500)],
    ])
    const bytes = Buffer.concat(
      [...files].map(([name, text]) => Buffer.concat([recordHead(name, text.length), Buffer.from(text)])),
    )
    for (const step of [1, 7, 64, 10_000]) expect(read(bytes, step)).toEqual(files)
  })

  test.each([
    'journal-2026-11-22-0123456789ab/lock.sqlite',
    'journal-x/journal.sqlite',
    '../x',
    'trust/../x',
    '/etc/passwd',
    'trust/a/b/c/d/e',
    'trust\\x',
    'lock.sqlite',
    'trust/.x',
    '',
  ])('are refused under the name %j', (name) => {
    expect(() => read(recordHead(name, 0), 100)).toThrow('altered')
  })

  test('are refused under one name twice, and not whole', () => {
    const once = recordHead('checkpoint.json', 0)
    expect(() => read(Buffer.concat([once, once]), 100)).toThrow('altered')
    expect(() => read(recordHead('checkpoint.json', 5), 100)).toThrow('cut')
  })
})

/** One encrypted file of a profile and its secret, made while a kiosk may be at work in it. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { openNamedFile } from '../../files/index.ts'
import { copyJournal, holdsSealedJournal, setAsideName } from '../../journal/index.ts'
import { gatherAuthorities, keptAuthoritiesName } from '../../private-servers/index.ts'
import { profilePaths, readCheckpoint } from '../../profile/index.ts'
import { readRecoveryFile } from '../recovery/recovery-file.ts'
import { orRefused, refuse, type Outcome } from '../said.ts'
import type { SecretPlace } from '../secret/keep-secret.ts'
import { deriveKey, readSecret } from '../secret/secrets.ts'
import { isFull } from './full-disk.ts'
import { backupKey, frameHead, pieceLength, sealPiece } from './frame.ts'
import { makeHead } from './head.ts'
import { mayTravel, recordHead } from './records.ts'

const sentences = {
  noWay: {
    vi: 'Hồ sơ chưa có mã khôi phục, và không chọn mật khẩu cho bản sao lưu: sẽ không ai mở được. Hãy tạo mã ("npx chot secret code"), hoặc thêm --passphrase.',
    en: 'The profile has no recovery code, and no passphrase was chosen for the backup: nobody could open it. Make a code ("npx chot secret code"), or add --passphrase.',
  },
  full: {
    vi: 'Không đủ chỗ để ghi bản sao lưu {file}: ổ đĩa đầy, hoặc USB không nhận tệp lớn như vậy (FAT32 chỉ đến 4 GB). Chưa ghi gì; giải phóng chỗ, hoặc chọn nơi khác.',
    en: 'There is no room for the backup {file}: the disk is full, or the stick takes no file of this size (FAT32 none over 4 GB). Nothing was written; make room, or choose another place.',
  },
} as const

/** Seals what is written into pieces of a file. */
class BackupWriter {
  private readonly descriptor: number
  private readonly key: Uint8Array
  private waiting: Buffer[] = []
  private length = 0
  private piece = 0

  constructor(descriptor: number, secret: Uint8Array, head: Uint8Array) {
    this.descriptor = descriptor
    this.key = backupKey(secret, head)
    this.put(frameHead(head))
  }

  write(bytes: Buffer): void {
    this.waiting.push(bytes)
    this.length += bytes.length
    // One byte more than a piece, so that the last one is known when it is sealed.
    while (this.length > pieceLength) this.seal(false)
  }

  end(): void {
    this.seal(true)
    fsyncSync(this.descriptor)
  }

  private seal(last: boolean): void {
    const all = Buffer.concat(this.waiting)
    const plain = last ? all : all.subarray(0, pieceLength)
    const rest = all.subarray(plain.length)
    this.waiting = rest.length > 0 ? [rest] : []
    this.length = rest.length
    this.put(sealPiece(this.key, this.piece, last, plain))
    this.piece += 1
  }

  private put(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at)
  }
}

/** A file that travels: its name in the backup, and where it lies now. */
interface Travelling {
  name: string
  path: string
}

/** A file where there is one; what stands in its place and is none stays behind. */
const there = (name: string, path: string): Travelling[] =>
  lstatSync(path, { throwIfNoEntry: false })?.isFile() ? [{ name, path }] : []

/** Regular files of a folder of the profile; links, and names of somebody else's, stay behind. */
function filesBelow(profile: string, folder: string): Travelling[] {
  const whole = join(profile, folder)
  if (!statSync(whole, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: `${folder}${path.slice(whole.length).replaceAll('\\', '/')}`, path }))
    .filter(({ name }) => mayTravel(name))
}

/** Journals that were set aside; nobody writes them any more. */
function setAside(profile: string): Travelling[] {
  return readdirSync(profile)
    .filter((name) => setAsideName.test(name))
    .flatMap((name) => [...filesBelow(profile, name), ...there(`${name}.end`, join(profile, `${name}.end`))])
}

function* bytesOf(path: string): Generator<Buffer> {
  const descriptor = openNamedFile(path)
  try {
    for (;;) {
      const bytes = Buffer.allocUnsafe(pieceLength)
      const length = readSync(descriptor, bytes, 0, bytes.length, null)
      if (length === 0) return
      yield bytes.subarray(0, length)
    }
  } finally {
    closeSync(descriptor)
  }
}

/** A file may grow while it is read (heads.jsonl): what was there when it was begun is what travels. */
function addFile(writer: BackupWriter, { name, path }: Travelling): void {
  const { size } = statSync(path)
  writer.write(recordHead(name, size))
  let left = size
  for (const bytes of bytesOf(path)) {
    writer.write(bytes.subarray(0, left))
    left -= Math.min(left, bytes.length)
    if (left === 0) return
  }
  if (left > 0) throw new Error(`${path} grew shorter while it was read`)
}

/**
 * Writes the backup of a profile to a new file. What was begun and not finished is taken away again.
 * @param way `passphrase`: the file opens with it too; null: with the recovery code alone
 */
export function makeBackup(
  place: SecretPlace,
  file: string,
  way: { passphrase: string | null; now: number },
): Promise<Outcome<{ bytes: number }>> {
  const { profile, passphrase, system } = place
  return orRefused(profile, async () => {
    readCheckpoint(profile)
    const secret = await readSecret({ profile, passphrase: () => Promise.resolve(passphrase), system })
    const found = readRecoveryFile(profile)
    const recovery = typeof found === 'string' ? null : found
    if (recovery === null && way.passphrase === null) return refuse(sentences.noWay)
    const head = await makeHead(secret, way.now, { recovery, passphrase: way.passphrase })
    const descriptor = openSync(file, 'wx', 0o600)
    let made = false
    try {
      const writer = new BackupWriter(descriptor, secret, head)
      writeProfile(profile, secret, writer)
      made = true
    } catch (error) {
      if (!isFull(error)) throw error
      return refuse(sentences.full, { file })
    } finally {
      closeSync(descriptor)
      if (!made) rmSync(file, { force: true })
    }
    return { ok: true, bytes: statSync(file).size }
  })
}

function writeProfile(profile: string, secret: Uint8Array, writer: BackupWriter): void {
  const { journal, checkpoint, settings } = profilePaths(profile)
  gatherAuthorities(profile)
  const small = [
    ...there('checkpoint.json', checkpoint),
    ...there('settings.json', settings),
    ...there('secret.json', join(profile, 'secret.json')),
    ...there('recovery.json', join(profile, 'recovery.json')),
    ...there('card.json', join(profile, 'card.json')),
    ...there(keptAuthoritiesName, join(profile, keptAuthoritiesName)),
    ...filesBelow(profile, 'trust'),
    ...setAside(profile),
    // Before the journal itself: what vouches for it may fall behind it, and never runs ahead.
    ...there('journal.end', `${journal}.end`),
    ...filesBelow(profile, 'journal').filter(({ name }) => name.endsWith('.jsonl')),
  ]
  for (const each of small) addFile(writer, each)
  if (holdsSealedJournal(journal)) {
    const folder = mkdtempSync(join(profile, 'backup-'))
    try {
      const copy = join(folder, 'journal.sqlite')
      copyJournal(journal, deriveKey(secret, 'journal key'), copy)
      addFile(writer, { name: 'journal/journal.sqlite', path: copy })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  writer.end()
}

/**
 * A profile made of its backup, in an empty folder. What has been opened lies in a folder of its own until the last piece
 * has held; then it is put in place, checkpoint.json last.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { openNamedFile, renameDurably } from '../../files/index.ts'
import { holdsSealedJournal, restoreJournal } from '../../journal/index.ts'
import { profilePaths, readCheckpoint, restoringName } from '../../profile/index.ts'
import { clearBegun, placeRefused } from '../new/new-profile.ts'
import { openRecovery } from '../recovery/recovery-file.ts'
import { orRefused, refuse, type Outcome, type Refused } from '../said.ts'
import { keepSecret } from '../secret/keep-secret.ts'
import { unsealWithPassphrase } from '../secret/passphrase-seal.ts'
import { readSecretFile } from '../secret/secret-file.ts'
import { keysOf } from '../secret/secrets.ts'
import { BackupDamaged, backupKey, longestHead, magic, openPiece, pieceLength, tagLength } from './frame.ts'
import { isFull } from './full-disk.ts'
import { readHead, type Head } from './head.ts'
import { RecordReader } from './records.ts'

const sentences = {
  none: {
    vi: '{file} không phải bản sao lưu của Chốt, hoặc do phiên bản mới hơn tạo. Chọn đúng tệp; chưa ghi gì.',
    en: '{file} is no backup of Chốt, or one of a newer version. Choose the right file; nothing was written.',
  },
  altered: {
    vi: 'Bản sao lưu {file} bị hỏng hoặc bị sửa: không khôi phục gì từ đó. Hãy dùng một bản chép khác.',
    en: 'The backup {file} is damaged or was changed: nothing is restored from it. Use another copy of it.',
  },
  cut: {
    vi: 'Bản sao lưu {file} thiếu phần cuối: không khôi phục gì từ đó. Chép lại cả tệp, rút USB đúng cách rồi thử lại.',
    en: 'The backup {file} lacks its end: nothing is restored from it. Copy the whole file again, eject the stick properly and try again.',
  },
  noRecovery: {
    vi: 'Bản sao lưu này không mở bằng mã khôi phục, chỉ mở bằng mật khẩu của nó.',
    en: 'This backup does not open with a recovery code, only with its passphrase.',
  },
  noPassphrase: {
    vi: 'Bản sao lưu này không đặt mật khẩu. Hãy dùng mã khôi phục của hồ sơ.',
    en: 'This backup is under no passphrase. Use the recovery code of the profile.',
  },
  full: {
    vi: 'Ổ đĩa của {place} không đủ chỗ cho bản sao lưu này: chưa khôi phục gì. Giải phóng chỗ rồi làm lại.',
    en: 'The disk of {place} has no room for this backup: nothing was restored. Make room and do this again.',
  },
  wrongPassphrase: {
    vi: 'Mật khẩu không đúng với bản sao lưu này. Hãy thử lại, hoặc dùng mã khôi phục.',
    en: 'That is not the passphrase of this backup. Try again, or use the recovery code.',
  },
} as const

/** `now`: epoch milliseconds; `ends`: where this user's settings have the journal's end once more. */
export interface RestoreHearing {
  now: () => number
  log: (line: string) => void
  ends?: string
}

/** What opens a backup. */
export type Opener = { code: string } | { passphrase: string }

/** Reads exactly so many bytes; fewer where the file ends. */
function readUp(descriptor: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let at = 0
  while (at < length) {
    const read = readSync(descriptor, bytes, at, length - at, null)
    if (read === 0) break
    at += read
  }
  return bytes.subarray(0, at)
}

/** The head of a file, and its bytes; null where it is no backup. */
function readStart(descriptor: number): { head: Head; bytes: Buffer } | null {
  const start = readUp(descriptor, magic.length + 4)
  if (start.length < magic.length + 4 || !start.subarray(0, magic.length).equals(magic)) return null
  const length = start.readUInt32BE(magic.length)
  if (length > longestHead) return null
  const bytes = readUp(descriptor, length)
  const head = bytes.length === length ? readHead(bytes) : null
  return head && { head, bytes }
}

async function secretFrom({ recovery, passphrase }: Head, opener: Opener): Promise<{ secret: Uint8Array } | Refused> {
  if ('code' in opener) {
    if (recovery === null) return refuse(sentences.noRecovery)
    const opened = openRecovery(recovery, opener.code)
    return opened.secret === null ? refuse(opened.said) : { secret: opened.secret }
  }
  if (passphrase === null) return refuse(sentences.noPassphrase)
  const secret = await unsealWithPassphrase(passphrase, opener.passphrase)
  return secret === null ? { ...refuse(sentences.wrongPassphrase), locked: true } : { secret }
}

/** Which ways a backup can be opened; null where it is none. @throws FileUnreadable */
export function waysToOpen(file: string): { code: boolean; passphrase: boolean } | null {
  const descriptor = openNamedFile(file)
  try {
    const start = readStart(descriptor)
    return start && { code: start.head.recovery !== null, passphrase: start.head.passphrase !== null }
  } finally {
    closeSync(descriptor)
  }
}

/** Opens every piece up to the marked last one. @throws BackupDamaged */
function openPieces(descriptor: number, key: Uint8Array, reader: RecordReader): void {
  let next = readUp(descriptor, pieceLength + tagLength)
  for (let piece = 0; ; piece++) {
    const sealed = next
    next = readUp(descriptor, pieceLength + tagLength)
    const last = next.length === 0
    const plain = openPiece(key, piece, last, sealed)
    // A piece that holds, but not as the last one, had others behind it.
    if (plain === null)
      throw new BackupDamaged(last && openPiece(key, piece, false, sealed) !== null ? 'cut' : 'altered')
    reader.take(plain)
    if (last) return reader.end()
  }
}

/** Writes files below a folder as they come. */
class Staging {
  private readonly folder: string
  private descriptor: number | null = null

  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { mode: 0o700 })
  }

  begin(name: string): void {
    this.end()
    const path = join(this.folder, ...name.split('/'))
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    this.descriptor = openSync(path, 'wx', 0o600)
  }

  write(bytes: Buffer): void {
    if (this.descriptor === null) throw new Error('bytes before the first file')
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at)
  }

  end(): void {
    if (this.descriptor === null) return
    fsyncSync(this.descriptor)
    closeSync(this.descriptor)
    this.descriptor = null
  }
}

/** What was restored. `kept`: how its secret is kept here, a passphrase being the one that the profile had when it was backed up. */
export interface RestoredProfile {
  /** When the backup was made, epoch milliseconds. */
  madeAt: number
  /** Entries that this laptop knows of and the backup has not. */
  lost: number
  kept: 'passphrase' | 'open'
}

/**
 * Restores a backup. The journal goes on with an entry that says up to where it was restored.
 * @param place an empty folder
 */
export function restoreBackup(
  file: string,
  place: string,
  opener: Opener,
  hearing: RestoreHearing,
): Promise<Outcome<RestoredProfile>> {
  return orRefused(place, async () => {
    const refused = placeRefused(place)
    if (refused) return refused
    const descriptor = openNamedFile(file)
    const staging = join(place, restoringName)
    try {
      const start = readStart(descriptor)
      if (!start) return refuse(sentences.none, { file })
      const opened = await secretFrom(start.head, opener)
      if ('ok' in opened) return opened
      rmSync(staging, { recursive: true, force: true })
      mkdirSync(place, { recursive: true, mode: 0o700 })
      const files = new Staging(staging)
      try {
        const reader = new RecordReader({ begin: (name) => files.begin(name), write: (bytes) => files.write(bytes) })
        openPieces(descriptor, backupKey(opened.secret, start.bytes), reader)
      } finally {
        files.end()
      }
      // What another machine's system sealed opens nowhere else.
      const kept = readSecretFile(staging)
      if (kept === null || kept.kept === 'system') await keepSecret(staging, opened.secret, { kept: 'open' }, null)
      const lost = await goOn(staging, opened.secret, hearing)
      if (lost === null) return refuse(sentences.full, { place })
      clearBegun(place)
      putInPlace(staging, place)
      return { ok: true, madeAt: start.head.madeAt, lost, kept: kept?.kept === 'passphrase' ? 'passphrase' : 'open' }
    } catch (error) {
      if (error instanceof BackupDamaged) return refuse(sentences[error.why], { file })
      if (isFull(error)) return refuse(sentences.full, { place })
      throw error
    } finally {
      closeSync(descriptor)
      rmSync(staging, { recursive: true, force: true })
    }
  })
}

function putInPlace(staging: string, place: string): void {
  for (const name of readdirSync(staging)) {
    if (name !== 'checkpoint.json') renameSync(join(staging, name), join(place, name))
  }
  renameDurably(join(staging, 'checkpoint.json'), profilePaths(place).checkpoint)
}

/**
 * The journal's first act: it goes on from a copy, in an epoch of its own.
 * @returns how many entries are known to have been there that the backup does not have; null: the disk did not take it
 */
async function goOn(place: string, secret: Uint8Array, { now, log, ends }: RestoreHearing): Promise<number | null> {
  const { journal: folder } = profilePaths(place)
  if (!holdsSealedJournal(folder)) return 0
  const { kiosk, mode } = readCheckpoint(place)
  // Practice profiles come and go, and nobody is to vouch for them.
  const marked = mode === 'real' && ends !== undefined ? { ends } : {}
  const journal = { folder, kiosk, secrets: keysOf(() => secret), log, ...marked }
  const restored = await restoreJournal(journal, { why: 'restored', known: null, at: now() })
  if (restored.recorded) return restored.lost
  return restored.code === 'empty' ? 0 : null
}

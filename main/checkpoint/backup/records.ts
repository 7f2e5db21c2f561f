/**
 * What is inside a backup: files one after the other, each as the length of its name (2 bytes), its name, its length (6
 * bytes) and its bytes, numbers big-endian.
 */
import { keptAuthoritiesName } from '../../private-servers/index.ts'
import { BackupDamaged } from './frame.ts'

/** The files of a profile that travel, by their place in it. */
const files = new Set([
  'checkpoint.json',
  'settings.json',
  'secret.json',
  'recovery.json',
  'card.json',
  keptAuthoritiesName,
])
const ofJournal = new Set(['journal/journal.sqlite', 'journal/heads.jsonl', 'journal.end'])

/** A journal that was set aside, and heads that another branch had. */
const ofOlderJournals =
  /^(?:journal-\d{4}-\d{2}-\d{2}-[0-9a-f]{12}(?:-\d+)?(?:\.end|\/journal\.sqlite(?:-wal)?|\/heads(?:-behind-[0-9a-f]{12})?\.jsonl)|journal\/heads-behind-[0-9a-f]{12}\.jsonl)$/

/** Of the trust folder any, but none that leads out of it or means something else to some system. */
const ofTrust = /^trust(?:\/(?!\.)[A-Za-z0-9_.%-]{1,120}){1,4}$/

/** Whether a file of this name may stand in a backup. */
export const mayTravel = (name: string): boolean =>
  files.has(name) || ofJournal.has(name) || ofOlderJournals.test(name) || ofTrust.test(name)

const lengthsLength = 8

/** What stands in front of a file. */
export function recordHead(name: string, length: number): Buffer {
  const bytes = Buffer.from(name)
  const head = Buffer.alloc(lengthsLength + bytes.length)
  head.writeUInt16BE(bytes.length)
  bytes.copy(head, 2)
  head.writeUIntBE(length, 2 + bytes.length, 6)
  return head
}

/** Takes what is inside apart as it comes. */
export class RecordReader {
  private waiting: Buffer = Buffer.alloc(0)
  private left = 0
  private readonly begin: (name: string) => void
  private readonly write: (bytes: Buffer) => void
  private readonly seen = new Set<string>()

  /** @param hear `begin`: a file begins; `write`: bytes of it */
  constructor(hear: { begin: (name: string) => void; write: (bytes: Buffer) => void }) {
    this.begin = hear.begin
    this.write = hear.write
  }

  /** @throws BackupDamaged where it is none of ours */
  take(bytes: Buffer): void {
    this.waiting = this.waiting.length === 0 ? bytes : Buffer.concat([this.waiting, bytes])
    for (;;) {
      const part = this.waiting.subarray(0, this.left)
      if (part.length > 0) this.write(part)
      this.left -= part.length
      this.waiting = this.waiting.subarray(part.length)
      if (this.left > 0 || !this.takeHead()) return
    }
  }

  /** @throws BackupDamaged where a file is not whole */
  end(): void {
    if (this.left > 0 || this.waiting.length > 0) throw new BackupDamaged('cut')
  }

  private takeHead(): boolean {
    if (this.waiting.length < 2) return false
    const nameEnd = 2 + this.waiting.readUInt16BE()
    if (this.waiting.length < nameEnd + 6) return false
    const name = this.waiting.toString('utf8', 2, nameEnd)
    if (!mayTravel(name) || this.seen.has(name)) throw new BackupDamaged('altered')
    this.seen.add(name)
    this.left = this.waiting.readUIntBE(nameEnd, 6)
    this.waiting = this.waiting.subarray(nameEnd + 6)
    this.begin(name)
    return true
  }
}

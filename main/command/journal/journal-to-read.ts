/** A profile's journal, or one that was set aside in it, for a command that only reads. */
import { tmpdir } from 'node:os'
import type { Secrets } from '../../app.ts'
import { JournalNotWritable, readableJournal, type ReadableJournal } from '../../journal/index.ts'
import { Failure, status } from '../../terminal/index.ts'
import { journalFolder } from './no-journal.ts'

const noRoom = (folder: string, cause: unknown): Failure =>
  new Failure(
    'no-room-to-read',
    {
      vi: 'Nhật ký này do một phiên bản Chốt cũ hơn ghi, và chỉ đọc được qua một bản sao; {folder} không còn chỗ cho bản sao đó. Hãy giải phóng chỗ (gấp ba lần nhật ký), hoặc đặt TMPDIR (Windows: TEMP) thành một thư mục còn chỗ, rồi chạy lại. Nhật ký vẫn nguyên như cũ.',
      en: 'An earlier Chốt wrote this journal, which can be read by a copy alone, and {folder} has no room for one. Make room (three times the journal), or set TMPDIR (Windows: TEMP) to a folder that has it, and run this again. The journal is as it was.',
    },
    { folder },
    { status: status.setup, cause },
  )

/**
 * Does something with the folder of a profile's journal; of one that was set aside by an earlier version, with that of a copy
 * that is up to date for as long as it takes.
 * @throws Failure where there is no such journal, or no room for the copy; what the secrets and opening a journal throw
 */
export async function withJournalToRead<T>(
  profile: string,
  name: string | undefined,
  secrets: Secrets,
  act: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = journalFolder(profile, name)
  // The one in use is the kiosk's to bring up to date, which keeps a backup.
  if (name === undefined) return act(folder)
  const readable = await readableOrRefused(folder, secrets)
  try {
    return await act(readable.folder)
  } finally {
    readable.done()
  }
}

async function readableOrRefused(folder: string, secrets: Secrets): Promise<ReadableJournal> {
  try {
    return await readableJournal(folder, secrets)
  } catch (error) {
    throw error instanceof JournalNotWritable ? noRoom(tmpdir(), error) : error
  }
}

/** One run at a time on a folder that is written: two would take each other's numbers, keys and lines. */
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { lockProfile, ProfileInUse } from '../../main/journal/index.ts'
import { status, Failure } from '../../main/terminal/index.ts'
import { makeFolder } from './durable-write.ts'

/** The lock is a file that is opened, so that a link in its place would be followed. */
function refuseLink(folder: string): void {
  const file = join(folder, 'lock.sqlite')
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() === false) {
    throw new Failure(
      'lock-in-the-way',
      {
        vi: '{file} không phải tệp thường. Xem ai đã đặt nó ở đó, xóa đi rồi chạy lại.',
        en: '{file} is no plain file. Find out who put it there, delete it and run again.',
      },
      { file },
    )
  }
}

/**
 * Takes the lock of a folder, which is made where it is not there; the answer lets go of it. The system lets go of it
 * when the process ends, however it ends.
 * @throws Failure `authority-busy` where another run has it
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder, 0o700)
  refuseLink(folder)
  try {
    return lockProfile(folder)
  } catch (error) {
    if (!(error instanceof ProfileInUse)) throw error
    throw new Failure(
      'authority-busy',
      {
        vi: 'Một lệnh chot-authority khác đang làm việc trên {folder}. Chưa làm gì; đợi lệnh đó xong rồi chạy lại.',
        en: 'Another chot-authority is at work on {folder}. Nothing was done; wait until it is done and run again.',
      },
      { folder },
      { cause: error, status: status.setup },
    )
  }
}

/** Does something with a folder while nobody else does. @throws Failure `authority-busy` */
export function alone<T>(folder: string, work: () => T): T {
  const release = lockFolder(folder)
  try {
    return work()
  } finally {
    release()
  }
}

/** One run of `issue` at a time on an authority and on an output folder: two would give one result two certificates. */
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { lockProfile, ProfileInUse } from '../../main/journal/index.ts'
import { status } from '../../main/terminal/index.ts'
import { Failure } from '../command/failure.ts'
import { makeFolder } from '../repository/durable-write.ts'

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

/** Takes the lock of a folder, which is made where it is not there. @throws Failure where another run has it */
function lockFolder(folder: string): () => void {
  makeFolder(folder, 0o700)
  refuseLink(folder)
  try {
    return lockProfile(folder)
  } catch (error) {
    if (!(error instanceof ProfileInUse)) throw error
    throw new Failure(
      'issuing-already',
      {
        vi: 'Một lệnh "issue" khác đang chạy trên {folder}. Chưa cấp gì; đợi lệnh đó xong rồi chạy lại.',
        en: 'Another "issue" is running on {folder}. Nothing was issued; wait until it is done and run again.',
      },
      { folder },
      { cause: error, status: status.setup },
    )
  }
}

/**
 * Takes the locks of an authority's folder and of an output folder; the answer lets go of both. The system lets go of
 * them when the process ends, however it ends.
 * @throws Failure `issuing-already`
 */
export function lockIssuing(authority: string, out: string): () => void {
  const releaseAuthority = lockFolder(authority)
  try {
    const releaseOut = lockFolder(out)
    return () => {
      releaseOut()
      releaseAuthority()
    }
  } catch (error) {
    releaseAuthority()
    throw error
  }
}

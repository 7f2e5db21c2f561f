/** One run of `issue` at a time on an authority and on an output folder: two would give one result two certificates. */
import { lockFolder } from '../../repository/folder-lock.ts'

/**
 * Takes the locks of an authority's folder and of an output folder; the answer lets go of both.
 * @throws Failure `authority-busy`
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

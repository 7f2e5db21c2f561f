/**
 * What a profile keeps of them: named once, on the screen, by `--ca`, by an invitation or by a set-up, and believed from then on
 * whenever the hub or the address that keys come from is reached. They decide which server is talked to, and nothing about
 * what passes: that is signed, and what is nobody else's business is sealed.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FileUnreadable, readForeignFile, replaceOwnFile } from '../files/index.ts'
import { authoritiesIn, authoritiesInFile, largestAuthorityFile } from './authorities-in.ts'

/** Their file in a profile. The name is of the time when keys alone came from such a server; backups have it. */
export const keptAuthoritiesName = 'trust-server.pem'

/** Where earlier versions kept the hub's, for itself. */
const ofHubAlone = join('sync', 'hub-authority.pem')

/** Bytes: a set-up carries them all, escaped, and is no larger a file itself. */
const largestKept = largestAuthorityFile / 2

/** All that a profile keeps, the newest first, each as PEM. */
export const keptAuthorities = (profile: string): string[] => [
  ...new Set([keptAuthoritiesName, ofHubAlone].flatMap((name) => readKept(profile, name))),
]

/**
 * Keeps more (PEM each), beside those that are there. Where a file cannot hold them all, the oldest are let go.
 * @throws the system's error
 */
export function keepAuthorities(profile: string, named: readonly string[]): void {
  const text = asMuchAsFits([...new Set([...named, ...keptAuthorities(profile)])])
  if (text !== readKept(profile, keptAuthoritiesName).join('')) replaceOwnFile(join(profile, keptAuthoritiesName), text)
  rmSync(join(profile, ofHubAlone), { force: true })
}

/**
 * Keeps those of a file by which something came. A disk that does not take them costs nothing but being asked for the file
 * again.
 */
export function keepAuthoritiesOf(file: string, profile: string): void {
  try {
    keepAuthorities(profile, authoritiesInFile(file))
  } catch {
    // As above.
  }
}

/** Puts what earlier versions kept in two places into one, for a backup. A disk that is full leaves them as they are. */
export function gatherAuthorities(profile: string): void {
  if (readKept(profile, ofHubAlone).length === 0) return
  try {
    keepAuthorities(profile, [])
  } catch {
    // As above.
  }
}

/** What lies there and is no certificate is as good as nothing: then a server is not reached, and it is said. */
function readKept(profile: string, name: string): string[] {
  try {
    return authoritiesIn(readForeignFile(join(profile, name), largestAuthorityFile).bytes)
  } catch (error) {
    if (error instanceof FileUnreadable) return []
    throw error
  }
}

function asMuchAsFits(certificates: readonly string[]): string {
  let text = ''
  for (const each of certificates) if (text.length + each.length <= largestKept) text += each
  return text
}

/**
 * The authority that an invitation names by its certificate's SHA-256: kept already, or found in a file or on a stick and kept
 * from then on. Whatever else lies there is nobody's authority.
 */
import { hash, X509Certificate } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listFolder, readForeignFileLater } from '../files/index.ts'
import { authoritiesIn, largestAuthorityFile } from './authorities-in.ts'
import { keepAuthorities, keptAuthorities } from './kept-authorities.ts'

/** What certificates are called. */
const certificateName = /^[^.].*\.(pem|crt|cer)$/i

/** `crowded`: it was not found, and the folder has more names than are looked at. */
export type Keeping = 'kept' | 'not-there' | 'crowded'

/** What names a certificate (PEM): its SHA-256, in hex. */
export const fingerprintOfAuthority = (pem: string): string => hash('sha256', new X509Certificate(pem).raw, 'hex')

/** Whether a profile keeps it. */
export const hasAuthority = (profile: string, sha256: string): boolean =>
  keptAuthorities(profile).some((pem) => fingerprintOfAuthority(pem) === sha256)

/**
 * Keeps it from a file, or from the folder that a stick is.
 * @throws the system's error, where the profile's disk does not take it
 */
export async function keepAuthorityFrom(place: string, profile: string, sha256: string): Promise<Keeping> {
  const { files, more } = await filesAt(place)
  for (const file of files) {
    const bytes = await readForeignFileLater(file, largestAuthorityFile).catch(() => null)
    const found = authoritiesIn(bytes ?? Buffer.alloc(0)).find((pem) => fingerprintOfAuthority(pem) === sha256)
    if (found === undefined) continue
    keepAuthorities(profile, [found])
    return 'kept'
  }
  return more ? 'crowded' : 'not-there'
}

async function filesAt(place: string): Promise<{ files: string[]; more: boolean }> {
  try {
    if (!(await stat(place)).isDirectory()) return { files: [place], more: false }
    const { entries, more } = await listFolder(place)
    const names = entries.map(({ name }) => name).filter((name) => certificateName.test(name))
    return { files: names.toSorted().map((name) => join(place, name)), more }
  } catch {
    return { files: [], more: false }
  }
}

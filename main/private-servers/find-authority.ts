/**
 * The authority that an invitation names by its certificate's SHA-256: kept already, or found in a file or on a stick and kept
 * from then on. Whatever else lies there is nobody's authority.
 */
import { hash, X509Certificate } from 'node:crypto'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readForeignFileLater } from '../files/index.ts'
import { authoritiesIn, largestAuthorityFile } from './authorities-in.ts'
import { keepAuthorities, keptAuthorities } from './kept-authorities.ts'

/** What certificates are called. */
const certificateName = /^[^.].*\.(pem|crt|cer)$/i

/** Certificates on a stick that are looked at, and names that are gone through to find them. */
const mostFiles = 64
const mostNames = 10_000

/** What names a certificate (PEM): its SHA-256, in hex. */
export const fingerprintOfAuthority = (pem: string): string => hash('sha256', new X509Certificate(pem).raw, 'hex')

/** Whether a profile keeps it. */
export const hasAuthority = (profile: string, sha256: string): boolean =>
  keptAuthorities(profile).some((pem) => fingerprintOfAuthority(pem) === sha256)

/**
 * Keeps it from a file, or from the folder that a stick is.
 * @returns whether it was there
 * @throws the system's error, where the profile's disk does not take it
 */
export async function keepAuthorityFrom(place: string, profile: string, sha256: string): Promise<boolean> {
  for (const file of await filesAt(place)) {
    const bytes = await readForeignFileLater(file, largestAuthorityFile).catch(() => null)
    const found = authoritiesIn(bytes ?? Buffer.alloc(0)).find((pem) => fingerprintOfAuthority(pem) === sha256)
    if (found === undefined) continue
    keepAuthorities(profile, [found])
    return true
  }
  return false
}

async function filesAt(place: string): Promise<string[]> {
  try {
    if (!(await stat(place)).isDirectory()) return [place]
    const names: string[] = []
    let looked = 0
    for await (const { name } of await opendir(place)) {
      if (certificateName.test(name)) names.push(name)
      if (++looked === mostNames) break
    }
    const first = names.toSorted().slice(0, mostFiles)
    return first.map((name) => join(place, name))
  } catch {
    return []
  }
}

/**
 * The authority of the server that keys come from, where it is one of the province's own: named once (`--ca`, or on the screen), kept
 * in the profile once something came by it, and believed whenever that profile asks an address again. It decides nothing
 * about what is fetched: that is signed.
 */
import { lstatSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { readForeignFile, replaceOwnFile, textOf } from '../../files/index.ts'

/** Bytes: all authorities that browsers know are 250 KB. */
const largestAuthorityFile = 1024 * 1024

const certificate = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** What it is called in a profile. */
export const keptAuthorityName = 'trust-server.pem'

/** Where a profile keeps it, by its trust folder. */
export const keptAuthorityFile = (trust: string): string => resolve(dirname(resolve(trust)), keptAuthorityName)

/**
 * The certificates (PEM) in a file, and nothing else of it. They may stand in JSON, as a set-up has them.
 * @throws FileUnreadable; Error where it holds none
 */
export function certificatesIn(file: string): string {
  const text = textOf(readForeignFile(file, largestAuthorityFile).bytes).replaceAll(/\\r|\\n/g, '\n')
  const found = text.match(certificate)
  if (found === null) throw new Error('no certificate (PEM)')
  return `${found.join('\n')}\n`
}

/** Those that a profile keeps; null where it keeps none, or what lies there is none. */
export function keptAuthority(trust: string): string | null {
  try {
    return certificatesIn(keptAuthorityFile(trust))
  } catch {
    return null
  }
}

/** The same place, with what the profile keeps where nothing else was named. */
export function withKeptAuthority<T extends { serverAuthority: string | null }>(place: T, trust: string): T {
  const file = keptAuthorityFile(trust)
  const kept = place.serverAuthority === null && lstatSync(file, { throwIfNoEntry: false })?.isFile()
  return kept ? { ...place, serverAuthority: file } : place
}

/**
 * Keeps what was named, once it was of use. What lies in the profile anyway, as a hub's authority does, is kept by whoever put it
 * there. A disk that does not take it costs nothing but being asked for the file again.
 */
export function keepAuthority(serverAuthority: string | null, trust: string): void {
  const file = keptAuthorityFile(trust)
  if (serverAuthority === null || resolve(serverAuthority).startsWith(`${dirname(file)}${sep}`)) return
  try {
    const named = certificatesIn(serverAuthority)
    if (named !== keptAuthority(trust)) replaceOwnFile(file, named)
  } catch {
    // As above.
  }
}

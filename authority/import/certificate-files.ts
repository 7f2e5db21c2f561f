/**
 * Certificates of signers and of country authorities from files that the operator vouches for (`pem`): PEM, one or
 * many to a file, or DER; a file or a folder of them.
 */
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readNamedFile } from '../../main/files/index.ts'
import { readCertificates } from '../../main/trust/index.ts'
import { collectEntries, type ImportedList } from './imported-list.ts'
import { entryOfCertificate } from './key-entry.ts'

const extensions = /\.(pem|crt|cer|der)$/i

/** The certificates in one file, each with its name for people, and what in it is none. */
function certificatesOf(file: string) {
  const readings = readCertificates(readNamedFile(file))
  return readings.map((reading, index) => ({
    name: readings.length === 1 ? basename(file) : `${basename(file)}, certificate ${index + 1}`,
    reading,
  }))
}

/**
 * Reads a file, or every certificate file of a folder (not of folders in it); none is an empty list. What is taken is what
 * was parsed.
 */
export function readCertificateFiles(path: string): ImportedList {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && extensions.test(entry.name))
        .map(({ name }) => join(path, name))
        .toSorted()
    : [path]
  return collectEntries(
    files.flatMap(certificatesOf),
    ({ name }) => name,
    ({ reading }) => {
      if (!reading.ok) throw new Error(reading.why)
      return entryOfCertificate(reading.certificate.der)
    },
  )
}

/**
 * Certificates of signers and of country authorities from files that the operator vouches for (`pem`): PEM, one or
 * many to a file, or DER; a file or a folder of them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { collectEntries, type ImportedList } from './imported-list.ts'
import { entryOfCertificate } from './key-entry.ts'

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g
const extensions = /\.(pem|crt|cer|der)$/i

/** The certificates in one file, DER each. What is no PEM is taken for DER. */
function certificatesOf(file: string): { name: string; der: Buffer }[] {
  const content = readFileSync(file)
  const blocks = [...content.toString('latin1').matchAll(block)]
  if (blocks.length === 0) return [{ name: basename(file), der: content }]
  return blocks.map(([, base64 = ''], index) => ({
    name: blocks.length === 1 ? basename(file) : `${basename(file)}, certificate ${index + 1}`,
    der: Buffer.from(base64, 'base64'),
  }))
}

/** Reads a file, or every certificate file of a folder (not of folders in it). */
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
    ({ der }) => entryOfCertificate(der),
  )
}

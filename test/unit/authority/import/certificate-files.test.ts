/** Certificates that the operator vouches for: what is stored is what was parsed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readCertificateFiles } from '../../../../authority/import/certificate-files.ts'
import { mergeKeys } from '../../../../authority/import/merge-keys.ts'
import { readTrust } from '../../../../main/trust/index.ts'
import { newAuthority } from '../../../fixtures/vds-nc.ts'

const { certificate: der } = newAuthority({ commonName: 'CSCA Thử' })
const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64')}\n-----END ${label}-----\n`

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chot-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function fileOf(content: string | Buffer): string {
  const file = join(newFolder(), 'csca.pem')
  writeFileSync(file, content)
  return file
}

/** How many country authorities a checkpoint believes by these entries. */
function authoritiesOf(keys: readonly object[]): number {
  const folder = newFolder()
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys }))
  return readTrust(folder).authorities.size
}

describe('the certificate of a country authority', () => {
  test.each([
    ['CERTIFICATE', pem('CERTIFICATE', der)],
    ['X509 CERTIFICATE', pem('X509 CERTIFICATE', der)],
    ['TRUSTED CERTIFICATE', pem('TRUSTED CERTIFICATE', Buffer.concat([der, Buffer.from('3000', 'hex')]))],
    ['DER', der],
  ])('is stored as DER and counts as an authority, from a file of %s', (_label, content) => {
    const { entries, refused } = readCertificateFiles(fileOf(content))
    expect(refused).toEqual([])
    expect(entries.map(({ x5c }) => x5c)).toEqual([[der.toString('base64')]])
    expect(entries[0]?.kid).toBe(createHash('sha256').update(der).digest().subarray(0, 8).toString('base64'))
    expect(authoritiesOf(entries)).toBe(1)
  })

  test('that is brought again under another label replaces a good entry by the same one', () => {
    const [first] = readCertificateFiles(fileOf(pem('CERTIFICATE', der))).entries
    const again = readCertificateFiles(fileOf(pem('X509 CERTIFICATE', der))).entries
    const merged = mergeKeys([{ ...first!, sources: ['pem'] }], again, 'pem', false)
    expect(merged).toMatchObject({ replaced: [], added: [], unchanged: 1 })
    expect(authoritiesOf(merged.keys)).toBe(1)
  })

  test.each([
    ['what is PEM within PEM', pem('CERTIFICATE', Buffer.from(pem('CERTIFICATE', der)))],
    ['with more behind it', pem('CERTIFICATE', Buffer.concat([der, Buffer.from('3000', 'hex')]))],
    ['words', 'hello'],
  ])('is not made of %s: nothing is taken, and it is named', (_what, content) => {
    const { entries, refused } = readCertificateFiles(fileOf(content))
    expect([entries, refused.map(({ name }) => name)]).toEqual([[], ['csca.pem']])
  })

  const found = join(import.meta.dirname, '../../../../../shared/findings/field/D1-csca-x509.pem')
  test.skipIf(!existsSync(found))('labelled X509 CERTIFICATE, as it was met (needs ../shared/findings)', () => {
    const { entries } = readCertificateFiles(found)
    expect(entries[0]?.x5c?.[0]).toMatch(/^MII/)
    expect(Buffer.from(entries[0]?.x5c?.[0] ?? '', 'base64').toString('base64')).toBe(
      readFileSync(found, 'utf8').replaceAll(/-----[^-]+-----|\s/g, ''),
    )
    expect(authoritiesOf(entries)).toBe(1)
  })
})

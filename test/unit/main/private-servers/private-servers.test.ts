/** The authorities of private servers: read from what people bring, and kept in one place for the hub and for keys alike. */
import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exportSetUp } from '../../../../main/checkpoint/index.ts'
import {
  authoritiesInFile,
  gatherAuthorities,
  hasAuthority,
  keepAuthorities,
  keepAuthoritiesOf,
  keptAuthorities,
} from '../../../../main/private-servers/index.ts'
import { nodeMeans } from '../../../../main/sync/means.ts'
import { words } from '../../../fixtures/real-profile.ts'
import { testTls } from '../../../fixtures/tls.ts'

const inOneForm = (pem: string): string => new X509Certificate(pem).toString()
const hubs = inOneForm(testTls.cert)
const [first = '', second = ''] = rootCertificates.map(inOneForm)

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'chot-private-servers-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function fileOf(content: string | Uint8Array, name = 'ca.pem'): string {
  const file = join(folder(), name)
  writeFileSync(file, content)
  return file
}

/** A profile in which an earlier version kept the hub's apart. */
function earlierProfile(): string {
  const profile = folder()
  mkdirSync(join(profile, 'sync'))
  writeFileSync(join(profile, 'sync', 'hub-authority.pem'), hubs)
  return profile
}

describe('a file that a person brings', () => {
  test.each([
    ['one certificate', testTls.cert, [hubs]],
    ['a word in front of several', `Của tỉnh\r\n${first}${hubs}`, [first, hubs]],
    ['DER', new X509Certificate(hubs).raw, [hubs]],
    ['a mark of UTF-16 in front', Buffer.from(`\uFEFF${hubs}`, 'utf16le'), [hubs]],
    ['one that is damaged beside a good one', `${hubs.replace('MII', 'AAA')}${first}`, [first]],
    ['a certificate anywhere in JSON', JSON.stringify({ trust: { note: hubs } }), []],
    ['no certificate', 'none', []],
    ['nothing', '', []],
  ])('with %s is read as that', (_what, content, expected) => {
    expect(authoritiesInFile(fileOf(content))).toEqual(expected)
  })

  test('that is a set-up gives those that it carries', async () => {
    const stick = folder()
    const trust = { from: 'https://tinh.example', fingerprint: null, certificates: [hubs, first] }
    const written = await exportSetUp(folder(), stick, { checkpoint: words, trust })
    expect(written.ok && authoritiesInFile(written.file)).toEqual([hubs, first])
  })
})

describe('a profile', () => {
  test('keeps what is named beside what it has, the newest first, and each once', () => {
    const profile = folder()
    keepAuthorities(profile, [first])
    keepAuthorities(profile, [hubs, first])
    keepAuthorities(profile, [second])
    expect(keptAuthorities(profile)).toEqual([second, hubs, first])
    expect(hasAuthority(profile, nodeMeans.sha256(new X509Certificate(hubs).raw))).toBe(true)
    expect(hasAuthority(profile, '0'.repeat(64))).toBe(false)
  })

  test('keeps no more than a set-up can carry, and lets the oldest go', () => {
    const profile = folder()
    const large = rootCertificates.map((pem, at) => `${inOneForm(pem)}${'\n'.repeat(at * 100)}`)
    keepAuthorities(profile, large)
    expect(statSync(join(profile, 'trust-server.pem')).size).toBeLessThanOrEqual(2 ** 19)
    const kept = keptAuthorities(profile)
    expect([kept[0], kept.length < large.length]).toEqual([first, true])
  })

  test('of an earlier version goes on with the hub’s, and has one file from the next on', () => {
    const profile = earlierProfile()
    expect(keptAuthorities(profile)).toEqual([hubs])
    keepAuthorities(profile, [first])
    expect(keptAuthorities(profile)).toEqual([first, hubs])
    expect(readdirSync(join(profile, 'sync'))).toEqual([])
  })

  test('that keeps what is no certificate, or a link, keeps nothing', () => {
    const profile = folder()
    symlinkSync(fileOf(hubs), join(profile, 'trust-server.pem'))
    expect(keptAuthorities(profile)).toEqual([])
    keepAuthorities(profile, [first])
    expect(keptAuthorities(profile)).toEqual([first])
    writeFileSync(join(profile, 'trust-server.pem'), 'damaged')
    expect(keptAuthorities(profile)).toEqual([])
  })

  test('is not stopped by a disk that takes nothing, or a file that is gone', () => {
    const profile = join(folder(), 'nowhere')
    keepAuthoritiesOf(fileOf(hubs), profile)
    keepAuthoritiesOf(join(profile, 'gone'), profile)
    gatherAuthorities(profile)
    expect(existsSync(profile)).toBe(false)
  })
})

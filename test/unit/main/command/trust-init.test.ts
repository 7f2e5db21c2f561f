/** `chot trust init`: the root that a profile is given, and never another. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canonicalize } from '@tufjs/canonical-json'
import { emptyPlace } from '../../../fixtures/real-profile.ts'
import { day, start, testAuthority } from '../trust/repository/test-authority.ts'
import type { Ran } from './run-command.ts'
import { newProfile, firstRoot, run, setUp, entries } from './trust-profile.ts'

describe('chot trust init', () => {
  test('installs a root and says its fingerprint', async () => {
    const authority = testAuthority()
    const profile = newProfile()
    const { printed, status } = await run(profile, ['init', firstRoot(authority)])
    expect(status).toBe(0)
    expect(printed).toMatch(/^Installed root version 1.*\nSHA-256 fingerprint: [0-9a-f]{64}\n/)
    expect(readFileSync(join(profile, 'trust', 'root.json'))).toEqual(readFileSync(firstRoot(authority)))
  })

  test('says that a profile is for practice', async () => {
    const { printed } = await run(newProfile('practice'), ['init', firstRoot(testAuthority())])
    expect(printed).toMatch(/^PRACTICE: /)
  })

  test('never overwrites a root', async () => {
    const { profile } = await setUp()
    const before = readFileSync(join(profile, 'trust', 'root.json'))
    const { complained, status } = await run(profile, ['init', firstRoot(testAuthority())])
    expect([status, complained]).toEqual([1, expect.stringContaining('already has a root')])
    expect(readFileSync(join(profile, 'trust', 'root.json'))).toEqual(before)
  })

  test('refuses a root that its own keys did not sign, and what is none', async () => {
    const authority = testAuthority()
    const altered = join(authority.folder, 'altered.json')
    const root: { signed: { expires: string } } = JSON.parse(readFileSync(firstRoot(authority), 'utf8'))
    root.signed.expires = '2099-01-01T00:00:00Z'
    writeFileSync(altered, JSON.stringify(root))
    for (const file of [altered, join(authority.home.metadata, '1.targets.json')]) {
      expect(await run(newProfile(), ['init', file])).toMatchObject({
        status: 1,
        complained: expect.stringMatching(/is no root|cannot be read/),
      })
    }
  })

  test('does not turn a folder of keys into a repository that believes nobody', async () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'trust'))
    writeFileSync(join(profile, 'trust', 'keys.json'), '{"keys":[]}')
    const ran = await run(profile, ['init', firstRoot(testAuthority())])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('copied by hand') })
  })
})

test('makes no folder at a path that was mistyped', async () => {
  const place = emptyPlace()
  await expect(run(place, ['init', firstRoot(testAuthority())])).rejects.toMatchObject({
    code: 'CHECKPOINT_UNREADABLE',
  })
  expect(existsSync(place)).toBe(false)
})

describe('the root that is installed', () => {
  const fingerprintOf = ({ printed }: Ran): string => /fingerprint: ([0-9a-f]{64})\n/.exec(printed)?.[1] ?? ''

  test('has one fingerprint, however its file was saved', async () => {
    const authority = testAuthority()
    const text = readFileSync(firstRoot(authority), 'utf8')
    const again = join(authority.folder, 'again.json')
    const prints: string[] = []
    for (const saved of [text, JSON.stringify(JSON.parse(text)), `\uFEFF${text.replaceAll('\n', '\r\n')}`]) {
      writeFileSync(again, saved)
      const profile = newProfile()
      prints.push(fingerprintOf(await run(profile, ['init', again])))
      expect(JSON.parse(readFileSync(join(profile, 'trust', 'root.json'), 'utf8'))).toEqual(JSON.parse(text))
    }
    const signed = canonicalize(JSON.parse(text).signed)
    expect(prints).toEqual(prints.map(() => createHash('sha256').update(signed).digest('hex')))
  })

  test('is also shown four digits at a time, to be compared by telephone', async () => {
    const ran = await run(newProfile(), ['init', firstRoot(testAuthority())])
    const groups = fingerprintOf(ran).match(/.{4}/g)?.join(' ')
    expect(ran.printed).toContain(`\n${groups}\n`)
    expect(ran.printed).toContain('compare')
  })

  test('that has expired is said to be so', async () => {
    const late = start + 400 * day
    const { printed, status } = await run(newProfile(), ['init', firstRoot(testAuthority())], late)
    expect([status, printed]).toEqual([0, expect.stringContaining('This root expired at')])
  })

  test('is in the journal where there is one, so that a change of roots is the authority’s and not a stranger’s', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const trust = join(profile, 'trust')
    rmSync(trust, { recursive: true })
    const next = testAuthority()
    mkdirSync(trust)
    copyFileSync(firstRoot(next), join(trust, 'root.json'))
    const refused = await run(profile, ['update', next.stick])
    expect([refused.status, refused.complained]).toEqual([1, expect.stringContaining('not the root that')])
    rmSync(join(trust, 'root.json'))
    await run(profile, ['init', firstRoot(next)])
    expect(entries(profile).at(-1)).toEqual(['trust.believed', expect.objectContaining({ held: null })])
    expect(await run(profile, ['update', next.stick])).toMatchObject({ status: 0 })
  })

  test.skipIf(process.platform === 'win32')('is no pipe: that is refused at once', async () => {
    const pipe = join(testAuthority().folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const ran = await run(newProfile(), ['init', pipe])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('no regular file') })
  })
})

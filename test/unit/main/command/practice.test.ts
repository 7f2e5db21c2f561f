/** Whatever is printed or written out of a practice profile says so; what is real says nothing of it. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { Journal } from '../../../../main/journal/index.ts'
import type { Mode } from '../../../../shared/domain/mode.ts'
import policy from '../../../../shared/rules/policies/program-default.json' with { type: 'json' }
import { codeOf, judge, keyOf, now } from '../../../fixtures/certificates.ts'
import { keepSecret, secrets } from '../../../fixtures/secrets.ts'
import { runCommand } from './run-command.ts'

/** A profile of a mode, with keys for it and a scan in its journal. @param begun whether the journal says its mode */
async function profileOf(mode: Mode, begun = true): Promise<string> {
  const profile = keepSecret(mkdtempSync(join(tmpdir(), 'chot-mode-')))
  mkdirSync(join(profile, 'trust'))
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify({ kiosk: 'kiosk-1', name: 'Chốt', lane: '1', mode }))
  const keys = [publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })]
  writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ mode, keys }))
  writeFileSync(join(profile, 'policy.json'), JSON.stringify(policy))
  const place = { folder: join(profile, 'journal'), kiosk: 'kiosk-1', secrets, log: () => undefined }
  const journal = await Journal.open(place)
  if (begun) journal.begin(mode, now)
  journal.recordScan(judge(codeOf()), 'camera', now)
  journal.close()
  return profile
}

const day = new Date(now).toISOString().slice(0, 10)
const simulated = (profile: string) => [
  'rules',
  'simulate',
  '--rules',
  join(profile, 'policy.json'),
  '--journal',
  '--day',
  day,
]

/** Each command line, for a person and for a program. */
const forPeople: [string, (profile: string) => string[]][] = [
  ['verify', () => ['verify', codeOf()]],
  ['trust show', () => ['trust', 'show']],
  ['journal verify', () => ['journal', 'verify']],
  ['journal tail', () => ['journal', 'tail']],
  ['rules simulate', simulated],
]
const forPrograms: [string, (profile: string) => string[]][] = [
  ['verify --json', () => ['verify', codeOf(), '--json']],
  ['verify --jsonl', () => ['verify', '--jsonl']],
  ['trust show --json', () => ['trust', 'show', '--json']],
  ['journal tail --json', () => ['journal', 'tail', '--json']],
  ['journal export', () => ['journal', 'export']],
  ['rules simulate --json', (profile) => [...simulated(profile), '--json']],
]

const said = async (profile: string, words: string[], locale = 'en'): Promise<string> => {
  const line = [...words, '--profile', profile, '--lang', locale]
  return (await runCommand(line, now, `${JSON.stringify({ id: 1, text: codeOf() })}\n`)).printed
}

describe('a practice profile', async () => {
  const profile = await profileOf('practice')

  test.each(forPeople)('says so with chot %s, in both languages', async (_name, words) => {
    expect(await said(profile, words(profile))).toMatch(/^PRACTICE( ·|:) /)
    expect(await said(profile, words(profile), 'vi')).toMatch(/^TẬP HUẤN( ·|:) /)
  })

  test.each(forPrograms)('says so in each line of chot %s', async (_name, words) => {
    const lines = (await said(profile, words(profile))).trimEnd().split('\n')
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ mode: 'practice' })
  })

  test('says so in each line of an exported file, and on the card', async () => {
    const file = join(profile, 'entries.jsonl')
    await said(profile, ['journal', 'export', '--output', file])
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(1)
    expect(new Set(lines.map((line) => JSON.parse(line).mode))).toEqual(new Set(['practice']))
    expect(await said(profile, ['card'])).toContain('TẬP HUẤN · PRACTICE')
  })

  test('says so where its journal is of before there were modes', async () => {
    const older = await profileOf('practice', false)
    expect(await said(older, ['journal', 'tail'])).toMatch(/^PRACTICE · /)
  })

  test('is what its journal says, whatever checkpoint.json says now', async () => {
    const altered = await profileOf('practice')
    const file = join(altered, 'checkpoint.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('practice', 'real'))
    expect(await said(altered, ['journal', 'tail'])).toMatch(/^PRACTICE · /)
  })

  test('lends its keys to nobody unsaid: a verdict by them says so wherever they lie', async () => {
    const elsewhere = await profileOf('real')
    const trust = join(profile, 'trust')
    expect(await said(elsewhere, ['verify', codeOf(), '--trust', trust])).toMatch(/^PRACTICE · VALID/)
  })
})

describe('a real profile', async () => {
  const profile = await profileOf('real')

  test.each([...forPeople, ...forPrograms, ['card', () => ['card']] as const])(
    'has no word of practice in chot %s',
    async (_name, words) => {
      expect(await said(profile, words(profile))).not.toMatch(/practice|TẬP HUẤN/i)
    },
  )
})

/** `chot trust show`: what is believed, and what is wrong with it. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day, start } from '../trust/repository/test-authority.ts'
import { runCommand } from './run-command.ts'
import { jwk, newProfile, run, setUp } from './trust-profile.ts'

describe('chot trust show', () => {
  test('marks an expired store on its first line', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const { printed } = await run(profile, ['show'], start + 40 * day)
    expect(printed).toMatch(/^EXPIRED at .*\nA signed repository/)
    expect((await run(profile, ['show'])).printed).toMatch(/^A signed repository/)
  })

  test('says on its first line that nobody is believed where the store was changed, and then what', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    writeFileSync(join(profile, 'trust', 'store', 'g1', 'targets', 'keys.json'), '{"keys":[]}')
    const { printed } = await run(profile, ['show'])
    expect(printed).toMatch(/^NOBODY IS BELIEVED.*\nDamaged: g1\/keys\.json/)
  })

  test('names a key that is too weak, in the reader’s language', async () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'trust'))
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const weak = publicKey.export({ format: 'jwk' })
    writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ keys: [jwk, weak] }))
    const shown = await runCommand(['trust', 'show', '--profile', profile], start)
    expect(shown.printed).toContain('Khóa thứ 2 không dùng được: khóa RSA 1024 bit')
  })

  test('says what is believed of a repository: versions, dates and ages', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const { printed } = await run(profile, ['show'], start + 3 * day)
    expect(printed).toMatch(/^A signed repository: root 1 · timestamp 2/)
    expect(printed).toMatch(/Keys: 1 · .* 72 hours ago: ageing\n/)
    expect(printed).toContain('Revocations: 0 · without a date')
  })

  test('names the keys of a folder that cannot be used', async () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'trust'))
    writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify({ keys: [jwk, { kty: 'EC', crv: 'P-9' }] }))
    const { printed } = await run(profile, ['show'])
    expect(printed).toMatch(/^A folder of keys, copied by hand/)
    expect(printed).toContain('Key 2 cannot be used')
  })

  test('says it while a kiosk is at work there, and leaves an update of its that is under way alone', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const underWay = join(profile, 'trust', 'store', 'g9', 'metadata')
    mkdirSync(underWay, { recursive: true })
    await run(profile, ['show'])
    expect(() => readFileSync(join(underWay, 'none'))).toThrow('ENOENT')
    expect(mkdirSync(underWay, { recursive: true })).toBeUndefined()
  })

  test('tells a program the same', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const shown = await runCommand(['trust', 'show', '--json', '--profile', profile], start)
    expect(JSON.parse(shown.printed)).toMatchObject({
      from: 'repository',
      publication: { versions: { timestamp: 2 } },
      keys: 1,
      rules: { policy: 'program-default' },
      revocations: 0,
      refused: [],
    })
    expect(shown.printed).not.toContain(profile)
  })

  test.each([
    ['before the first update', (profile: string) => profile, 'never updated'],
    [
      'where nobody is believed',
      (profile: string) => {
        rmSync(join(profile, 'trust'), { recursive: true })
        return profile
      },
      'Nobody is believed',
    ],
  ])('says so %s', async (_when, change, sentence) => {
    const { profile } = await setUp()
    expect((await run(change(profile), ['show'])).printed).toContain(sentence)
  })
})

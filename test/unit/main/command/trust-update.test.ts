/** `chot trust update`, from a stick and from a server. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Journal } from '../../../../main/journal/index.ts'
import { codeOf } from '../../../fixtures/certificates.ts'
import { privateServer } from '../../../fixtures/private-server.ts'
import { secrets } from '../../../fixtures/secrets.ts'
import { day, start } from '../trust/repository/test-authority.ts'
import { runCommand } from './run-command.ts'
import { newProfile, firstRoot, run, setUp, entries } from './trust-profile.ts'

describe('chot trust update', () => {
  test('brings the profile up to date, and the journal says from what to what', async () => {
    const { authority, profile } = await setUp()
    const { printed, status } = await run(profile, ['update', authority.stick])
    expect([status, printed]).toEqual([0, expect.stringMatching(/^The trust store was updated: publication 2/)])
    const versions = expect.objectContaining({ timestamp: 2 })
    expect(entries(profile)).toEqual([
      ['trust.believed', expect.objectContaining({ from: 'repository', held: null })],
      ['trust.updated', expect.objectContaining({ versions, previous: null })],
      ['trust.believed', expect.objectContaining({ held: expect.objectContaining({ generation: 'g1', versions }) })],
    ])
    const verified = await runCommand(['verify', codeOf(), '--json', '--profile', profile], start)
    expect(verified.printed).toContain('key-trusted')
  })

  test('says where nothing is newer, and records nothing', async () => {
    const { authority, profile } = await setUp()
    await run(profile, ['update', authority.stick])
    const again = await run(profile, ['update', authority.stick])
    expect(again).toMatchObject({ status: 0, printed: expect.stringContaining('already has the newest') })
    expect(entries(profile)).toHaveLength(3)
  })

  test('refuses an expired publication with what to do, in the language asked for, and records why', async () => {
    const { authority, profile } = await setUp()
    const late = start + 40 * day
    const refused = await runCommand(['trust', 'update', authority.stick, '--profile', profile], late)
    expect([refused.status, refused.complained]).toEqual([1, expect.stringMatching(/^Bản cập nhật đã hết hạn/)])
    expect(entries(profile).at(-1)).toEqual(['trust.refused', expect.objectContaining({ code: 'frozen' })])
  })

  test('leaves a kiosk that is open alone, and says so', async () => {
    const { authority, profile } = await setUp()
    const journal = await Journal.open({
      folder: join(profile, 'journal'),
      kiosk: 'kiosk-1',
      secrets,
      log: () => undefined,
    })
    onTestFinished(() => journal.close())
    const ran = await run(profile, ['update', authority.stick])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('close its window') })
  })

  test('has nothing to do for a folder of keys, and says so', async () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'trust'))
    writeFileSync(join(profile, 'trust', 'keys.json'), '{"keys":[]}')
    const ran = await run(profile, ['update', '.'])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('copied by hand') })
  })

  test('without its argument says what to give, and which sticks are there', async () => {
    const { profile } = await setUp()
    const ran = await run(profile, ['update'])
    expect(ran).toMatchObject({ status: 64, printed: '' })
    expect(ran.complained).toMatch(
      /^FROM is missing: the folder .* For example: npx chot trust update .*\n(?:No stick|Sticks)/,
    )
  })

  test('takes no address that anybody on the way could change', async () => {
    const { profile } = await setUp()
    const ran = await run(profile, ['update', 'http://example.org/trust'])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('has to begin with "https://"') })
  })
})

describe('a server of a private authority', () => {
  test('is refused by its name until its authority is given, and then says what it does', async () => {
    const { authority, profile } = await setUp()
    const { address, ca } = await privateServer(authority.stick)
    const refused = await run(profile, ['update', address])
    expect([refused.status, refused.complained]).toEqual([1, expect.stringMatching(/The server localhost:\d+ .*--ca/)])
    const file = join(authority.folder, 'ca.pem')
    writeFileSync(file, ca)
    const updated = await run(profile, ['update', address, '--ca', file])
    expect(updated).toMatchObject({ status: 0, printed: expect.stringContaining('was updated') })
    expect(updated.complained).toMatch(
      /^Asking the server localhost:\d+ …\nReading targets\/[0-9a-f]{64}\.keys\.json …\n$/,
    )
  })

  test('is known to the profile from then on, and not before something came by it', async () => {
    const { authority, profile } = await setUp()
    const { address, ca } = await privateServer(authority.stick)
    const [file, kept] = [join(authority.folder, 'ca.pem'), join(profile, 'trust-server.pem')]
    writeFileSync(file, `for the province’s server\n${ca}`)
    expect((await run(profile, ['update', `${address}nowhere/`, '--ca', file])).status).toBe(1)
    expect(existsSync(kept)).toBe(false)
    expect((await run(profile, ['update', address, '--ca', file])).status).toBe(0)
    expect(readFileSync(kept, 'utf8').trim()).toBe(ca.trim())
    rmSync(file)
    expect(await run(profile, ['update', address])).toMatchObject({ status: 0 })
    rmSync(kept)
    expect((await run(profile, ['update', address])).status).toBe(1)
  })

  test('is not believed by a file that holds no certificate', async () => {
    const { authority, profile } = await setUp()
    const ran = await run(profile, ['update', 'https://localhost/', '--ca', firstRoot(authority)])
    expect(ran).toMatchObject({ status: 1, complained: expect.stringContaining('1.root.json cannot be read. Ask IT') })
  })
})

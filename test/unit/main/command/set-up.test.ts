/** `chot set-up`: from an empty folder to a first verdict, by script and at a terminal. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publicJwk } from '../../../../authority/signing-key.ts'
import { previewTrust } from '../../../../main/checkpoint/index.ts'
import { digitsOf } from '../../../../shared/domain/secret/fingerprint.ts'
import { readCheckpoint } from '../../../../main/profile/index.ts'
import type { Terminal } from '../../../../main/terminal/index.ts'
import { answeringPerson } from '../../../fixtures/answering-person.ts'
import { codeOf, hour, keyOf, testPayload } from '../../../fixtures/certificates.ts'
import { privateServer } from '../../../fixtures/private-server.ts'
import { emptyPlace, realProfile, words } from '../../../fixtures/real-profile.ts'
import { start, testAuthority } from '../trust/repository/test-authority.ts'
import { runCommand, type Ran } from './run-command.ts'

const chot = (commandLine: readonly string[], given: Partial<Terminal> = {}): Promise<Ran> =>
  runCommand([...commandLine, '--lang', 'en'], start, '', given)

const who = ['--name', 'Cầu Như Nguyệt', '--lane', '2', '--province', 'Bắc Ninh', '--zone', '+07:00']

/** An authority's stick, and the fingerprint of its root. */
async function stick(): Promise<{ from: string; fingerprint: string }> {
  const authority = testAuthority()
  authority.set('keys.json', { keys: [publicJwk(keyOf('EdDSA'), { issuer: 'Sở Y tế', country: 'VN' })] })
  authority.publish()
  const seen = await previewTrust({ from: authority.stick, serverAuthority: null }, 'real', () => start)
  if (!seen.ok) throw new Error(seen.said.en)
  return { from: authority.stick, fingerprint: digitsOf(seen.fingerprint) }
}

describe('chot set-up by script', () => {
  test('makes a checkpoint whose first code is valid, and prints the recovery code alone', async () => {
    const place = emptyPlace()
    const { from, fingerprint } = await stick()
    const ran = await chot(['set-up', '--profile', place, ...who, '--trust', from, '--fingerprint', fingerprint])
    expect(ran).toMatchObject({ status: 0, printed: expect.stringMatching(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{3}\n$/) })
    expect(readCheckpoint(place)).toMatchObject({ name: 'Cầu Như Nguyệt', lane: '2', province: 'Bắc Ninh' })
    const sampled = { issuedAt: start - 18 * hour, expiresAt: start + 100 * hour }
    const code = codeOf({ ...sampled, payload: testPayload({ sc: new Date(start - 20 * hour).toISOString() }) })
    expect(await chot(['verify', code, '--profile', place])).toMatchObject({ printed: expect.stringMatching(/^VALID/) })
  })

  test('takes the fingerprint however it is grouped, and refuses another one before anything is written', async () => {
    const { from, fingerprint } = await stick()
    const [place, other] = [emptyPlace(), emptyPlace()]
    const grouped = fingerprint.toUpperCase().replaceAll(/(.{4})/g, '$1 ')
    const ran = await chot(['set-up', '--profile', place, ...who, '--trust', from, '--fingerprint', grouped])
    expect(ran.status).toBe(0)
    const wrong = fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
    const refused = await chot(['set-up', '--profile', other, ...who, '--trust', from, '--fingerprint', wrong])
    expect(refused).toMatchObject({ status: 1, printed: '', complained: expect.stringContaining('not the one') })
    expect(existsSync(other)).toBe(false)
  })

  test('names the root’s fingerprint where none was given, and writes nothing', async () => {
    const place = emptyPlace()
    const { from, fingerprint } = await stick()
    await expect(chot(['set-up', '--profile', place, ...who, '--trust', from])).rejects.toThrow(
      fingerprint.match(/.{4}/g)!.join(' '),
    )
    expect(existsSync(place)).toBe(false)
  })

  test.each([
    ['--name', ['--lane', '2']],
    ['--lane', ['--name', 'Cầu']],
    ['--zone', [...who, '--zone', 'Hanoi']],
    ['80', ['--name', 'x'.repeat(81), '--lane', '2']],
  ])('says that %s is wrong or missing, and writes nothing', async (what, options) => {
    const place = emptyPlace()
    await expect(chot(['set-up', '--profile', place, ...options])).rejects.toThrow(what)
    expect(existsSync(place)).toBe(false)
  })

  test('makes nothing over a profile', async () => {
    const { profile } = await realProfile()
    const before = readFileSync(join(profile, 'checkpoint.json'))
    expect(await chot(['set-up', '--profile', profile, ...who])).toMatchObject({ status: 1 })
    expect(readFileSync(join(profile, 'checkpoint.json'))).toEqual(before)
  })

  test('keeps the secret under the passphrase that the environment says', async () => {
    const place = emptyPlace()
    const env = { CHOT_NEW_PASSPHRASE: 'một câu dài' }
    expect(await chot(['set-up', '--profile', place, ...who, '--passphrase'], { env })).toMatchObject({ status: 0 })
    expect(readFileSync(join(place, 'secret.json'), 'utf8')).toContain('"passphrase"')
  })
})

describe('chot set-up at a terminal', () => {
  test('asks for what is missing, has the fingerprint read out and the recovery code typed back', async () => {
    const place = emptyPlace()
    const { from, fingerprint } = await stick()
    const person = answeringPerson({
      'Name of': 'Cầu Như Nguyệt',
      'Lane:': '2',
      Province: '',
      Zone: '',
      'Where its keys': from,
      'Have the authority': fingerprint.slice(-16).replaceAll(/(.{4})/g, '$1 '),
      'Type it back': (printed) => printed.toLowerCase().replaceAll('-', ' '),
    })
    expect(await chot(['set-up', '--profile', place], person)).toMatchObject({ status: 0 })
    expect(readCheckpoint(place)).toMatchObject({ name: 'Cầu Như Nguyệt', lane: '2', zoneMinutes: 420, mode: 'real' })
    expect(person.heard.join('')).not.toContain('Try again')
  })

  test('is no profile where the code is not typed back, and is begun again', async () => {
    const place = emptyPlace()
    const wrong = answeringPerson({ 'Where its keys': '', 'Type it back': 'nonsense' })
    expect(await chot(['set-up', '--profile', place, ...who], wrong)).toMatchObject({ status: 1 })
    expect(existsSync(join(place, 'checkpoint.json'))).toBe(false)
    const right = answeringPerson({ 'Where its keys': '', 'Type it back': (printed) => printed })
    expect(await chot(['set-up', '--profile', place, ...who], right)).toMatchObject({ status: 0 })
  })

  test('asks again for a fingerprint that was typed in part, or by a Vietnamese input method', async () => {
    const place = emptyPlace()
    const { from, fingerprint } = await stick()
    const typed = ['b855', 'â495 991b 7852 b855', fingerprint.slice(-16)]
    const person = answeringPerson({
      'Have the authority': () => typed.shift() ?? '',
      'Type it back': (printed) => printed,
    })
    expect(await chot(['set-up', '--profile', place, ...who, '--trust', from], person)).toMatchObject({ status: 0 })
    expect(person.heard.join('')).toMatch(/That is not all.+letters with marks.+They agree/s)
  })

  test('stops where what the authority reads out is not the root that lies there', async () => {
    const place = emptyPlace()
    const { from } = await stick()
    const person = answeringPerson({ 'Have the authority': '0000 0000 0000 0000' })
    expect(await chot(['set-up', '--profile', place, ...who, '--trust', from], person)).toMatchObject({ status: 1 })
    expect(person.heard.join('')).toContain('They differ')
    expect(existsSync(place)).toBe(false)
  })
})

describe('chot set-up export', () => {
  test('takes the authority of a private server along, which the next laptop then knows', async () => {
    const [place, next] = [emptyPlace(), emptyPlace()]
    const { from: folder, fingerprint } = await stick()
    const { address, ca } = await privateServer(folder)
    const [file, kept] = [join(folder, 'ca.pem'), 'trust-server.pem']
    writeFileSync(file, ca)
    const compared = ['--fingerprint', fingerprint]
    await chot(['set-up', '--profile', place, ...who, '--trust', address, '--ca', file, ...compared])
    expect(readFileSync(join(place, kept), 'utf8').trim()).toBe(ca.trim())
    const { printed } = await chot(['set-up', 'export', folder, '--profile', place])
    const setUpFile = /Wrote (\S+\.json)/.exec(printed)?.[1] ?? ''
    expect(await chot(['set-up', '--profile', next, '--from', setUpFile, ...compared])).toMatchObject({ status: 0 })
    expect(readFileSync(join(next, kept), 'utf8').trim()).toBe(ca.trim())
  })

  test('writes a set-up without secrets, of which the next laptop is made with a kiosk of its own', async () => {
    const { profile } = await realProfile()
    const folder = dirname(profile)
    expect(await chot(['set-up', 'export', folder, '--profile', profile])).toMatchObject({ status: 0 })
    const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('chot-set-up'))
    expect(file).toBe('chot-set-up-chot-nhu-nguyet-2.json')
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text).not.toMatch(/kiosk|secret/)
    const place = emptyPlace()
    expect(await chot(['set-up', '--profile', place, '--from', join(folder, file)])).toMatchObject({ status: 0 })
    const { kiosk, ...same } = readCheckpoint(place)
    expect(same).toEqual({ ...words, mode: 'real' })
    expect(kiosk).not.toBe(readCheckpoint(profile).kiosk)
  })

  test('says that keys came from a stick, and the next laptop asks for that', async () => {
    const { from, fingerprint } = await stick()
    const profile = emptyPlace()
    await chot(['set-up', '--profile', profile, ...who, '--trust', from, '--fingerprint', fingerprint])
    const folder = dirname(profile)
    await chot(['set-up', 'export', folder, '--profile', profile])
    const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('chot-set-up'))
    const { trust } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    expect(trust).toEqual({ from: 'stick', fingerprint })
    const next = await chot(['set-up', '--profile', emptyPlace(), '--from', join(folder, file)])
    expect(next).toMatchObject({ status: 0, complained: expect.stringContaining('keys from a stick') })
    const given = ['--trust', from, '--fingerprint', fingerprint]
    const known = await chot(['set-up', '--profile', emptyPlace(), '--from', join(folder, file), ...given])
    expect(known).toMatchObject({ status: 0, complained: expect.not.stringContaining('keys from a stick') })
  })

  test('never writes over a file that is there', async () => {
    const { profile } = await realProfile()
    const folder = join(dirname(profile), 'stick')
    mkdirSync(folder)
    const again = () => chot(['set-up', 'export', folder, '--profile', profile])
    await again()
    await again()
    expect(readdirSync(folder)).toHaveLength(2)
  })

  test('says that there is no such folder', async () => {
    const { profile } = await realProfile()
    expect(await chot(['set-up', 'export', '/nowhere', '--profile', profile])).toMatchObject({
      status: 1,
      complained: expect.stringContaining('/nowhere'),
    })
  })
})

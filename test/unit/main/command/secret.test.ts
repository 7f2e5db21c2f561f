/** `chot secret`: how the secret is kept, changed and had back. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Terminal } from '../../../../main/terminal/index.ts'
import { realProfile } from '../../../fixtures/real-profile.ts'
import { chot, keyOf, kindsOf, fileIn } from './looked-after.ts'

describe('chot secret', () => {
  test('recover writes a lost secret anew with the recovery code, and gives a new code', async () => {
    const { profile, recoveryCode } = await realProfile()
    const before = await keyOf(profile)
    rmSync(fileIn(profile, 'secret.json'))
    const env = { CHOT_RECOVERY_CODE: recoveryCode }
    const { printed, status } = await chot(profile, ['secret', 'recover'], { env })
    expect(status).toBe(0)
    expect(await keyOf(profile)).toEqual(before)
    expect(await kindsOf(profile)).toContain('secret.recovered')
    expect(printed.trim()).not.toBe(recoveryCode)
    expect(await chot(profile, ['secret', 'recover'], { env })).toMatchObject({ status: 1 })
    const next = { CHOT_RECOVERY_CODE: printed }
    expect(await chot(profile, ['secret', 'recover'], { env: next })).toMatchObject({ status: 0 })
  })

  test('recover helps where the passphrase was forgotten', async () => {
    const { profile, recoveryCode } = await realProfile({ secret: { kept: 'passphrase', passphrase: 'quên rồi' } })
    const env = { CHOT_RECOVERY_CODE: recoveryCode, CHOT_NEW_PASSPHRASE: 'một câu mới' }
    expect(await chot(profile, ['secret', 'recover', '--passphrase'], { env })).toMatchObject({ status: 0 })
    expect(await kindsOf(profile, 'một câu mới')).toContain('secret.recovered')
  })

  test('recover puts no secret beside a journal that it does not open', async () => {
    const [{ profile }, other] = [await realProfile(), await realProfile()]
    writeFileSync(fileIn(profile, 'recovery.json'), readFileSync(fileIn(other.profile, 'recovery.json')))
    rmSync(fileIn(profile, 'secret.json'))
    const env = { CHOT_RECOVERY_CODE: other.recoveryCode }
    expect(await chot(profile, ['secret', 'recover'], { env })).toMatchObject({ status: 1 })
    expect(existsSync(fileIn(profile, 'secret.json'))).toBe(false)
  })

  test.each(['0'.repeat(27), 'nonsense'])('recover says of the code %s that it is mistyped', async (code) => {
    const { profile } = await realProfile()
    const before = readFileSync(fileIn(profile, 'secret.json'))
    const env = { CHOT_RECOVERY_CODE: code }
    expect(await chot(profile, ['secret', 'recover'], { env })).toMatchObject({
      status: 1,
      complained: expect.stringMatching(/recovery code/),
    })
    expect(readFileSync(fileIn(profile, 'secret.json'))).toEqual(before)
  })

  test('change puts it under a passphrase, under another one, and under none, each as an entry', async () => {
    const { profile } = await realProfile()
    const under = (present: string, chosen: string) => ({
      env: { CHOT_NEW_PASSPHRASE: chosen, CHOT_PASSPHRASE: present },
    })
    const change = (way: string, given: Partial<Terminal>) => chot(profile, ['secret', 'change', way], given)
    expect(await change('--passphrase', under('', 'một câu dài'))).toMatchObject({ status: 0 })
    expect(await change('--passphrase', under('một câu dài', 'câu dài thứ hai'))).toMatchObject({ status: 0 })
    await expect(keyOf(profile, 'một câu dài')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' })
    expect(await kindsOf(profile, 'câu dài thứ hai')).toEqual(expect.arrayContaining(['secret.kept', 'secret.kept']))
    expect(await change('--open', under('câu dài thứ hai', ''))).toMatchObject({ status: 0 })
    expect(await keyOf(profile)).toHaveLength(32)
  })

  test('change leaves it as it is where the present passphrase is another', async () => {
    const { profile } = await realProfile({ secret: { kept: 'passphrase', passphrase: 'một' } })
    const env = { CHOT_PASSPHRASE: 'sai' }
    await expect(chot(profile, ['secret', 'change', '--open'], { env })).rejects.toMatchObject({
      code: 'PASSPHRASE_WRONG',
    })
    expect(await keyOf(profile, 'một')).toHaveLength(32)
  })

  test('code makes another code, and the one before opens nothing any more', async () => {
    const { profile, recoveryCode } = await realProfile()
    const { printed } = await chot(profile, ['secret', 'code'])
    expect(await kindsOf(profile)).toContain('recovery.renewed')
    const recover = (code: string) => chot(profile, ['secret', 'recover'], { env: { CHOT_RECOVERY_CODE: code } })
    expect(await recover(recoveryCode)).toMatchObject({ status: 1 })
    expect(await recover(printed)).toMatchObject({ status: 0 })
  })
})

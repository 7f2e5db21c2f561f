/** `chot verify --trust` on a publication as it lies on a stick. */
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../../fixtures/certificates.ts'
import { start, testAuthority } from '../trust/repository/test-authority.ts'
import { runCommand, type Ran } from './run-command.ts'
import { newProfile, firstRoot, run, setUp } from './trust-profile.ts'

describe('a publication on a stick', () => {
  const verify = (folder: string): Promise<Ran> =>
    runCommand(['verify', codeOf(), '--json', '--trust', folder, '--lang', 'en'], start)

  test('may be verified against where it lies, and its root’s fingerprint is shown to be compared', async () => {
    const { authority } = await setUp()
    const installed = await run(newProfile(), ['init', firstRoot(authority)])
    const { complained, printed } = await verify(authority.stick)
    expect(printed).toContain('key-trusted')
    const fingerprint = /fingerprint: ([0-9a-f]{64})/.exec(installed.printed)?.[1]
    expect(complained).toContain(`version 1: ${fingerprint}\n`)
  })

  test('may have the root that was handed out beside it, and is measured by that one', async () => {
    const { authority } = await setUp()
    copyFileSync(firstRoot(authority), join(authority.stick, 'root.json'))
    expect((await verify(authority.stick)).printed).toContain('key-trusted')
    copyFileSync(firstRoot(testAuthority()), join(authority.stick, 'root.json'))
    await expect(verify(authority.stick)).rejects.toMatchObject({ code: 'TRUST_UNREADABLE' })
  })

  test('may be the authority’s own folder, as far as it is what was published', async () => {
    const { authority } = await setUp()
    const { folder } = authority.home
    expect((await verify(folder)).printed).toContain('key-trusted')
    authority.set('keys.json', { keys: [] })
    await expect(verify(folder)).rejects.toMatchObject({ file: join(folder, 'working', 'keys.json') })
    await expect(verify(folder)).rejects.toThrow('changed since it was last published')
  })

  test('is refused where a file is not what the authority signed, or lacks one', async () => {
    const { authority } = await setUp()
    const altered = authority.copyOfStick('altered')
    for (const name of readdirSync(join(altered, 'targets')))
      writeFileSync(join(altered, 'targets', name), '{"keys":[]}')
    await expect(verify(altered)).rejects.toMatchObject({ file: join(altered, 'keys.json') })
    rmSync(join(authority.stick, 'metadata', '1.root.json'))
    await expect(verify(authority.stick)).rejects.toThrow('1.root.json')
  })
})

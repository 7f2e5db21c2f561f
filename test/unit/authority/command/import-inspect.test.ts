/** `import` and `inspect`, from the command line to what is written and printed. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../../../main/terminal/index.ts'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { inspect } from '../../../../authority/command/inspect.ts'
import { qrMatrix, qrPng } from '../../../../main/qr/index.ts'
import { dispatch } from '../../../../main/terminal/index.ts'
import { codeOf, keyOf } from '../../../fixtures/certificates.ts'
import { emptyAuthority, fakeTerminal, temporaryFolder } from './terminal.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true }))
const home = emptyAuthority(folder)
const path = (name: string): string => join(folder, name)

const signer = generateKeyPairSync('ec', { namedCurve: 'P-521' })
const jwk = { ...keyOf('ES256').publicKey.export({ format: 'jwk' }), kid: 'abc' }

function writeSnapshot(issuers: { iss: string; name: string }[]): void {
  const snapshot = Buffer.from(JSON.stringify({ issuerInfo: issuers.map((issuer) => ({ issuer, keys: [jwk] })) }))
  writeFileSync(path('vci.json'), snapshot)
  writeFileSync(path('vci.sig'), sign('sha512', snapshot, signer.privateKey))
  writeFileSync(path('signer.pem'), signer.publicKey.export({ format: 'pem', type: 'spki' }))
}

async function runImport(...args: string[]) {
  const terminal = fakeTerminal({ CHOT_AUTHORITY: home.folder })
  await dispatch(chotAuthority, ['import', ...args], terminal)
  return terminal
}
const vci = ['vci', path('vci.json'), '--signature', path('vci.sig'), '--signer', path('signer.pem')]
const keys = (): { issuer: string }[] => JSON.parse(readFileSync(join(home.working, 'keys.json'), 'utf8')).keys

describe('import', () => {
  it('says what was added and what was refused', async () => {
    writeSnapshot([
      { iss: 'https://one.example', name: 'One' },
      { iss: 'ftp://two.example', name: 'Two' },
    ])
    const { printed, complained } = await runImport(...vci, '--verbose')
    expect(printed).toContain('added: https://one.example abc\n')
    expect(printed).toContain(
      'vci: 1 keys added, 0 replaced, 0 as they were, 0 withdrawn, 1 refused. There are now 1 keys.',
    )
    expect(complained).toContain('refused: Two: ')
  })

  it('says what the next list withdraws', async () => {
    writeSnapshot([{ iss: 'https://three.example', name: 'Three' }])
    expect((await runImport(...vci, '--verbose')).complained).toBe('withdrawn: https://one.example abc\n')
    expect(keys().map(({ issuer }) => issuer)).toEqual(['https://three.example'])
  })

  it('names no key unasked, however many there are, and counts them by country', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `https://${index}.example`)
    writeSnapshot([
      ...names.map((iss) => ({ iss, name: iss })),
      ...names.map((iss) => ({ iss: `ftp:${iss}`, name: iss })),
    ])
    const { printed, complained } = await runImport(...vci)
    expect(printed.split('\n')).toEqual([
      'vci: 40 keys added, 0 replaced, 0 as they were, 1 withdrawn, 40 refused. There are now 40 keys.',
      'The list has 40 keys: no country 40',
      '',
    ])
    expect(complained).toMatch(/^(refused: .*\n){5}… and 35 more refused; --verbose names each\.\n$/)
  })

  it('shows which lists vouch for the keys, and takes one out', async () => {
    expect((await runImport('list')).printed).toBe('vci: 40 keys (no country 40)\n')
    await expect(runImport('remove', 'dsc-list')).rejects.toMatchObject({ code: 'no-such-list' })
    expect(keys()).toHaveLength(40)
    expect((await runImport('remove', 'vci')).printed).toContain('vci: 40 keys withdrawn. There are now 0 keys.')
    expect((await runImport('list')).printed).toBe('There are no keys.\n')
    writeSnapshot([{ iss: 'https://three.example', name: 'Three' }])
    await runImport(...vci)
  })

  it('takes nothing, and says so, where there is no key', async () => {
    const before = keys()
    mkdirSync(path('empty'))
    await expect(runImport('pem', path('empty'))).rejects.toMatchObject({ code: 'nothing-to-import' })
    writeFileSync(path('empty/wrong.pem'), 'nothing')
    await expect(runImport('pem', path('empty'))).rejects.toMatchObject({ code: 'nothing-to-import' })
    writeSnapshot([])
    await expect(runImport(...vci)).rejects.toMatchObject({ code: 'nothing-to-import' })
    expect(keys()).toEqual(before)
  })

  it('leaves the working keys as they were when the signature does not hold', async () => {
    const before = keys()
    writeFileSync(path('vci.json'), '{"issuerInfo":[ ]}')
    await expect(runImport(...vci)).rejects.toMatchObject({ code: 'list-signature' })
    expect(keys()).toEqual(before)
  })

  it('does not write over working keys that it cannot read', async () => {
    writeSnapshot([{ iss: 'https://one.example', name: 'One' }])
    writeFileSync(join(home.working, 'keys.json'), '{"keys":')
    await expect(runImport(...vci)).rejects.toMatchObject({ code: 'working-keys-damaged' })
    expect(readFileSync(join(home.working, 'keys.json'), 'utf8')).toBe('{"keys":')
  })

  it('never takes a list without being told who signs it', async () => {
    await expect(runImport('vci', path('vci.json'), '--signature', path('vci.sig'))).rejects.toThrow(UsageError)
    await expect(runImport('trust-list', path('vci.json'))).rejects.toThrow(UsageError)
    await expect(runImport('dsc-list', path('vci.json'))).rejects.toThrow(UsageError)
  })

  it('is wrong usage for a kind that there is not', async () => {
    await expect(runImport('crl', path('vci.json'))).rejects.toThrow(UsageError)
  })
})

describe('inspect', () => {
  async function runInspect(...args: string[]) {
    const terminal = fakeTerminal()
    return { status: await inspect.run(args, terminal), printed: terminal.printed }
  }

  it('shows everything in a picture’s code, without any trust', async () => {
    writeFileSync(path('code.png'), qrPng(await qrMatrix(codeOf()), 6))
    const { status, printed } = await runInspect(path('code.png'))
    expect(status).toBe(0)
    expect(JSON.parse(printed)).toMatchObject({
      format: 'HC1',
      structure: { code: 'structure-sound' },
      envelope: { algorithm: 'EdDSA', kid: keyOf('EdDSA').kid.toString('base64') },
      claims: { issuer: 'VN', issuedAt: '2021-10-03T07:00:00.000Z' },
      payload: { nam: { fnt: 'NGUYEN' }, t: [{ ci: 'URN:UVCI:01:VN:TEST0001' }] },
      certificate: { statement: { result: 'negative' } },
      revocation: { identifier: expect.stringMatching(/^[0-9a-f]{32}$/) },
    })
  })

  it('shows what could be read of a damaged code', async () => {
    const { printed } = await runInspect('HC1:6BF')
    expect(JSON.parse(printed)).toMatchObject({ format: 'HC1', envelope: null, certificate: null })
  })

  it('says of any other text that it is of no format we know', async () => {
    expect(await runInspect('hello')).toEqual({ status: 1, printed: '{\n  "format": null,\n  "text": "hello"\n}\n' })
  })

  it('fails with a sentence for a picture without a code', async () => {
    writeFileSync(path('empty.pgm'), Buffer.concat([Buffer.from('P5 64 64 255\n'), Buffer.alloc(64 * 64, 255)]))
    await expect(runInspect(path('empty.pgm'))).rejects.toMatchObject({ code: 'no-code' })
  })
})

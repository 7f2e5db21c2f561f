/** `revoke`: what is revoked here is found at the checkpoint. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { qrMatrix, qrPng } from '../../../../main/qr/index.ts'
import { revoke } from '../../../../authority/command/revoke.ts'
import type { Home } from '../../../../authority/repository/home.ts'
import { parseRevocations, revocationHashes, type RevocationList } from '../../../../main/trust/revocations/index.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import type { RevocationSubject } from '../../../../shared/domain/revocation.ts'
import { codeOf } from '../../../fixtures/certificates.ts'
import { emptyAuthority, fakeTerminal, now, temporaryFolder } from './terminal.ts'

const folders: string[] = []
let home: Home
let folder: string
beforeEach(() => {
  folder = temporaryFolder()
  folders.push(folder)
  home = emptyAuthority(folder)
})
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })))

async function run(...args: string[]): Promise<string> {
  const terminal = fakeTerminal({ CHOT_AUTHORITY: home.folder })
  expect(await revoke.run(args, terminal)).toBe(0)
  return terminal.printed
}

function published(): RevocationList {
  const answer = parseRevocations(readFileSync(join(home.working, 'revocations.bin')))
  if (!answer.ok) throw new Error(answer.why)
  return answer.list
}

const code = codeOf()
function subjectOf(text: string): RevocationSubject {
  const { certificate, claims, envelope } = decode(text)!
  return {
    identifier: certificate!.statement.identifier,
    country: claims!.issuer,
    signature: envelope!.signature,
    algorithm: envelope!.algorithm,
  }
}
const found = (subject = subjectOf(code)): string | null => published().find(revocationHashes(subject))

describe('revoking', () => {
  it('by a bare identifier is found in the certificate that has it', async () => {
    await run('URN:UVCI:01:VN:TEST0001')
    expect(found()).toBe('identifier')
  })

  it('by the text of a code takes its identifier', async () => {
    await run(code)
    expect(found()).toBe('identifier')
  })

  it('by a picture of a code takes what is asked for', async () => {
    const picture = join(folder, 'code.png')
    writeFileSync(picture, qrPng(await qrMatrix(code), 6))
    await run('--by', 'signature', picture)
    expect(found()).toBe('signature')
    expect(found({ ...subjectOf(code), signature: Buffer.alloc(64) })).toBeNull()
  })

  it('by country is of that country alone', async () => {
    await run('--by', 'country-identifier', '--country', 'VN', 'URN:UVCI:01:VN:TEST0001')
    expect(found()).toBe('country-identifier')
    expect(found({ ...subjectOf(code), country: 'LA' })).toBeNull()
  })

  it('takes many from a list, with a byte order mark and Windows line ends', async () => {
    const list = join(folder, 'list.txt')
    writeFileSync(list, '\uFEFFURN:UVCI:01:VN:A001\r\n\r\nURN:UVCI:01:VN:TEST0001\r\n')
    expect(await run('--list', list)).toContain('2 added; the revocation list now has 2')
    expect(found()).toBe('identifier')
  })

  it('adds to what there is, and nothing twice', async () => {
    await run('URN:UVCI:01:VN:TEST0001')
    expect(await run('URN:UVCI:01:VN:TEST0001', 'URN:UVCI:01:VN:A001')).toContain(
      '1 added; the revocation list now has 2',
    )
    expect(published().issuedAt).toBe(now)
  })

  it('keeps when and why, and nobody’s name', async () => {
    await run('--reason', 'wrong sample', code)
    const line = readFileSync(join(home.working, 'revocations.jsonl'), 'utf8')
    expect(JSON.parse(line)).toEqual({
      kind: 'identifier',
      hash: expect.stringMatching(/^[0-9a-f]{32}$/),
      at: new Date(now).toISOString(),
      reason: 'wrong sample',
    })
  })
})

describe('nothing is revoked', () => {
  it.each([
    ['a file that is not there', ['nowhere.png here'], 'nothing-to-revoke'],
    ['a web address', ['https://example.org/?a=b'], 'nothing-to-revoke'],
    ['a country that is not told', ['--by', 'country-identifier', 'URN:UVCI:01:VN:A001'], 'revocation-kind'],
    ['the signature of a bare identifier', ['--by', 'signature', 'URN:UVCI:01:VN:A001'], 'revocation-kind'],
    ['one wrong among several', ['URN:UVCI:01:VN:A001', 'what is this?'], 'nothing-to-revoke'],
  ])('by %s', async (_, args, failure) => {
    await expect(run(...args)).rejects.toMatchObject({ code: failure })
    expect(() => published()).toThrow('ENOENT')
  })

  it('when the list that there is cannot be read', async () => {
    writeFileSync(join(home.working, 'revocations.jsonl'), '{"kind":"identifier"}\n')
    await expect(run('URN:UVCI:01:VN:A001')).rejects.toMatchObject({ code: 'revocations-damaged', values: { line: 1 } })
  })
})

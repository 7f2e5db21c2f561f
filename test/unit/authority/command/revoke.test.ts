/** `revoke`: what is revoked here is found at the checkpoint. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { qrMatrix, qrPng } from '../../../../main/qr/index.ts'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import type { Home } from '../../../../authority/repository/home.ts'
import { fileNameOf, Manifest } from '../../../../authority/results/issue/manifest.ts'
import { reserve } from '../../../../authority/results/issue/ledger.ts'
import { dispatch } from '../../../../main/terminal/index.ts'
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
  expect(await dispatch(chotAuthority, ['revoke', ...args], terminal)).toBe(0)
  return terminal.printed + terminal.complained
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
    ['a word', ['nonsense'], 'nothing-to-revoke'],
    ['a name', ['NGUYEN-VAN-AN'], 'nothing-to-revoke'],
    ['a beginning of an identifier', ['URN:UVCI:01:VN:'], 'nothing-to-revoke'],
    ['the name of a picture that was not issued here', ['00001-0123456789ab.png'], 'nothing-to-revoke'],
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

describe('what was issued here', () => {
  const identifier = 'URN:UVCI:01:VN:TEST0001'
  const hex = (length: number): string => 'ab'.repeat(length / 2)
  beforeEach(() =>
    reserve(home.ledger, [
      { identifier: 'URN:UVCI:01:VN:OTHER', result: hex(64), likenesses: [hex(32), hex(32)], first: null },
      { identifier, result: hex(64), likenesses: [hex(32), hex(32)], first: null },
    ]),
  )

  it.each([
    ['its identifier in small letters', identifier.toLowerCase()],
    ['its identifier without the prefix', '01:VN:TEST0001'],
    ['the name of its picture', `${fileNameOf(17, identifier)}.png`],
    ['the name of its picture in a folder that is not here', `codes/${fileNameOf(17, identifier)}.svg`],
    ['the beginning of the name of its picture', fileNameOf(17, identifier)],
  ])('is revoked by %s', async (_, given) => {
    expect(await run(given)).not.toContain('Note')
    expect(found()).toBe('identifier')
  })

  it('is revoked by its picture, also where that cannot be read', async () => {
    const picture = join(folder, `${fileNameOf(17, identifier)}.svg`)
    writeFileSync(picture, '<svg xmlns="http://www.w3.org/2000/svg"/>')
    await run(picture)
    expect(found()).toBe('identifier')
  })

  it('is listed with its row, when and why', async () => {
    const out = join(folder, 'out')
    mkdirSync(out)
    const row = { serial: 17, file: 'results.csv', row: 18, name: 'An', birthDate: '1999', sampledAt: '', kid: '' }
    new Manifest(out).add({ ...row, identifier, result: '', issuedAt: '', expiresAt: '', files: [] })
    await run('--reason', 'wrong sample', identifier)
    const listed = await run('list', '--issued', out)
    expect(listed).toContain(`${identifier} · row 18 of results.csv, number 17 · wrong sample`)
    expect(listed).toContain('revoked · identifier')
    expect(await run('list')).toContain(identifier)
  })

  it('is told from what was not', async () => {
    expect(await run('URN:UVCI:01:LA:ELSEWHERE')).toContain('Note: 1 not issued by this authority')
  })
})

describe('what has another form', () => {
  it('is revoked where that is meant', async () => {
    await expect(run('U32870')).rejects.toMatchObject({ code: 'nothing-to-revoke' })
    expect(await run('--unknown', 'U32870')).toContain('1 added')
  })
})

describe('undoing', () => {
  const lines = (): object[] =>
    readFileSync(join(home.working, 'revocations.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))

  it.each([
    ['its identifier', () => 'URN:UVCI:01:VN:TEST0001'],
    ['its code', () => code],
    ['the hash that is listed', async () => /[0-9a-f]{32}/.exec(await run('list'))![0]],
  ])('by %s makes a certificate good again, and keeps what happened', async (_, given) => {
    await run('--reason', 'wrong sample', 'URN:UVCI:01:VN:TEST0001')
    expect(await run('undo', '--reason', 'was right', await given())).toContain(
      '1 undone; the revocation list now has 0',
    )
    expect(found()).toBeNull()
    expect(lines()).toMatchObject([{ reason: 'wrong sample' }, { reason: 'was right', undo: true }])
    expect(await run('list')).toMatch(/revoked .* wrong sample\n.*undone .* was right\n/)
    expect(await run('URN:UVCI:01:VN:TEST0001')).toContain('1 added; the revocation list now has 1')
    expect(found()).toBe('identifier')
  })

  it('what is not revoked undoes nothing', async () => {
    await run('URN:UVCI:01:VN:TEST0001')
    await expect(run('undo', 'URN:UVCI:01:VN:TEST0001', 'URN:UVCI:01:VN:A001')).rejects.toMatchObject({
      code: 'not-revoked',
    })
    expect(found()).toBe('identifier')
  })

  it('twice undoes once', async () => {
    await run('URN:UVCI:01:VN:TEST0001')
    expect(await run('undo', code, 'URN:UVCI:01:VN:TEST0001')).toContain('1 undone')
  })
})

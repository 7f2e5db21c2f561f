/** `chot poster`: of one place, and of a list that is wholly understood or not drawn at all. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlaces } from '../../../../main/command/printed/poster-places.ts'
import { codeOf } from '../../../fixtures/certificates.ts'
import { codesOf } from '../reports/drawn-pdf.ts'
import { runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'chot-poster-'))
const place = (code: string): string => `https://qr.pccovid.gov.vn/${code}`
const list = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** What a list is refused with. */
function refusal(content: string): unknown {
  try {
    return readPlaces(content)
  } catch (error) {
    return error
  }
}

test('one place is drawn by its code, its address and its name, and never over a file', async () => {
  const out = join(folder, 'one.pdf')
  const words = ['poster', '--code', place('AB12'), '--address', 'Km 98', '--name', 'Chốt Như Nguyệt', '--out', out]
  await runCommand(words, 0)
  expect(await codesOf(readFileSync(out))).toEqual([[place('AB12')]])
  await expect(runCommand(words, 0)).rejects.toMatchObject({ code: 'file-there' })
})

test.each([
  ['commas', `Tên,Địa chỉ,Mã\nChợ Ninh Xá,"Số 1, Ninh Xá",${place('A1')}\nBến xe,Km 3,${place('B2')}\n`],
  [
    'semicolons',
    `\uFEFFMã QR;Tên cơ quan;Địa chỉ\r\n${place('A1')};Chợ Ninh Xá;"Số 1, Ninh Xá"\r\n${place('B2')};Bến xe;Km 3\r\n`,
  ],
  ['tabs', `code\taddress\tname\n${place('A1')}\tSố 1, Ninh Xá\tChợ Ninh Xá\n${place('B2')}\tKm 3\tBến xe`],
])('a list with %s is read, whatever the order of its columns', async (name, content) => {
  expect(readPlaces(content.replace('\uFEFF', ''))).toEqual([
    { name: 'Chợ Ninh Xá', address: 'Số 1, Ninh Xá', code: place('A1') },
    { name: 'Bến xe', address: 'Km 3', code: place('B2') },
  ])
  const out = join(folder, `${name}.pdf`)
  await runCommand(['poster', '--places', list(`${name}.csv`, content), '--size', 'a5', '--out', out], 0)
  expect(await codesOf(readFileSync(out))).toEqual([[place('A1')], [place('B2')]])
})

describe('nothing is drawn of a list', () => {
  test('that lacks a column, or a place', () => {
    expect(refusal('Tên,Mã\nA,B\n')).toMatchObject({ code: 'places-not-understood' })
    expect(refusal('Tên,Địa chỉ,Mã\n')).toMatchObject({ code: 'places-not-understood' })
    expect(refusal('')).toMatchObject({ code: 'places-not-understood' })
  })

  test('with a line that lacks something, is too long, or has a person’s code: each is named', () => {
    const lines = [`,Km 1,${place('A')}`, `B,Km 2,`, `${'C'.repeat(201)},Km 3,${place('C')}`, `D,Km 4,${codeOf()}`]
    const error = refusal(`Tên;Địa chỉ;Mã\n${lines.map((line) => line.replaceAll(',', ';')).join('\n')}\n`)
    const said = error instanceof Error ? error.message : ''
    for (const number of [2, 3, 4, 5]) expect(said).toContain(`${number}: `)
  })

  test('whose quotation mark is never closed, or that is no text', async () => {
    expect(refusal(`Tên,Địa chỉ,Mã\n"A,Km 1,${place('A')}\n`)).toMatchObject({ code: 'places-not-understood' })
    const out = join(folder, 'never.pdf')
    const latin = list('latin.csv', Uint8Array.of(0x54, 0xea, 0x6e, 0x2c, 0x0a))
    await expect(runCommand(['poster', '--places', latin, '--out', out], 0)).rejects.toMatchObject({
      code: 'places-not-text',
    })
    expect(existsSync(out)).toBe(false)
  })
})

test('a person’s code hangs on no wall', async () => {
  const out = join(folder, 'person.pdf')
  const words = ['poster', '--code', codeOf(), '--address', 'Km 98', '--name', 'Chốt', '--out', out]
  await expect(runCommand(words, 0)).rejects.toThrow(/person/)
  expect(existsSync(out)).toBe(false)
})

/** The words are those of the officers' own dispatches: what they read wrongly, or never say, does not come back. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../../main/setup/node24.mjs'
import { catalogues } from '../../../../renderer/i18n/catalogue.ts'
import { findingCodes } from '../../../../shared/domain/finding/finding-codes.ts'
import { identityReasons } from '../../../../shared/domain/person/identity-reasons.ts'
import { reasonWords } from '../../../../shared/language/crossing-words.ts'

/**
 * An entry of the journal is a “bản ghi”. A “mục” is what it is in a folder, a list, an index, a chapter of a paper or of
 * Set-up, a member of a file of settings.
 */
const otherEntry = /(?<!(?:thư|danh|chỉ|số) )(?<![-_])mục(?! lục| I| khóa| Tải| "| khác (?:của|vẫn)| mà bản)/i

const said = [
  ...Object.values(catalogues.vi),
  ...Object.values(findingCodes).flatMap(({ vi, short }) => [vi, short.vi]),
  ...Object.values(identityReasons).map(({ vi }) => vi),
  ...Object.values(reasonWords.vi),
]

describe('no sentence in Vietnamese', () => {
  test.each([
    ['lets an officer keep a person by force', /giữ lại/i],
    ['says “late by 72 hours” of a limit of 72 hours', /quá hạn/i],
    ['leaves open which other way to check', /cách khác/i],
    ['calls a thing 72 hours old, as Vietnamese does not', /đã (quá )?cũ|tuổi của/i],
    ['calls a person’s companion a customer', /^khách$/i],
    ['calls the number of the one paper like that of the other', /số phiếu(?! xét nghiệm| chuyển\/từ chối)/i],
    ['numbers a crossing by its entry without saying so', /lượt (trước \()?số/i],
    ['shortens the rapid test to letters', /\bKN\b/],
    ['says “paper result” as if it were about paper', /kết quả (trên )?giấy/i],
    ['asks why in a title', /^(Chọn )?vì sao|\. Vì sao\?$/i],
    ['calls the book by the crossings in it', /sổ lượt/i],
    ['calls an entry of the journal a heading', otherEntry],
  ])('%s', (_what, wrong) => {
    expect(said.filter((sentence) => wrong.test(sentence))).toEqual([])
  })

  test('calls an entry of the journal otherwise than the screen does: no command, paper or page of the hub', () => {
    const folders = ['main/command', 'main/journal', 'main/sync', 'main/reports', 'hub/command', 'hub/renderer']
    const files = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name)),
    )
    expect(files.length).toBeGreaterThan(100)
    const lines = files.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .map((line) => `${file}: ${line.trim()}`),
    )
    expect(lines.filter((line) => otherEntry.test(line))).toEqual([])
  })
})

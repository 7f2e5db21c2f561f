import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCheckpoint } from '../../../../main/profile/index.ts'
import { openingSentence } from '../../../../main/shell/index.ts'

let profile: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'chot-checkpoint-'))
})
afterEach(() => rmSync(profile, { recursive: true }))

/** What is said of a profile whose checkpoint.json holds this text; null: there is none. */
function said(text: string | null): string[] {
  if (text !== null) writeFileSync(join(profile, 'checkpoint.json'), text)
  try {
    readCheckpoint(profile)
    return []
  } catch (error) {
    return openingSentence(error, profile, null)?.split(' / ') ?? []
  }
}

const file = (): string => join(profile, 'checkpoint.json')

test.each([
  ['missing', null, 'thiếu', 'missing'],
  ['cut off', '{"kiosk":"a",\n"name":', 'không phải là JSON', 'not JSON'],
  ['a list', '[]', 'ngoặc nhọn', 'braces'],
  [
    'a number for the lane',
    '{"kiosk":"a","name":"b","lane":1,"mode":"real"}',
    'mục "lane"',
    '"lane" must be in quotes',
  ],
  ['without a mode', '{"kiosk":"a","name":"b","lane":"1"}', 'thiếu mục "mode"', '"mode" is missing'],
  [
    'with its mode said twice',
    '{"kiosk":"a","name":"b","lane":"1","mode":"real","demo":true}',
    'cả "mode" lẫn "demo"',
    'both "mode"',
  ],
  ['with another member', '{"kiosk":"a","name":"b","lane":"1","mode":"real","post":1}', 'mục "post"', 'member "post"'],
])('%s: both languages name the file and what is wrong, and say what to do', (_name, text, inVietnamese, inEnglish) => {
  const [vi, en] = said(text)
  expect(vi).toContain(file())
  expect(vi).toContain(inVietnamese)
  expect(vi).toContain('Hãy ')
  expect(en).toContain(file())
  expect(en).toContain(inEnglish)
  expect(`${vi} ${en}`).not.toContain('npm start')
})

test('what a member is called by a stranger commands no terminal', () => {
  const sentence = said('{"\\u001b[2Jx":1,"kiosk":"a","name":"b","lane":"1","mode":"real"}').join(' / ')
  expect(sentence).not.toContain('\u001b')
})

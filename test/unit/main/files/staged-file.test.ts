import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stageFile } from '../../../../main/files/index.ts'

const place = (): { folder: string; file: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'chot-staged-'))
  return { folder, file: join(folder, 'report.csv') }
}

async function* pieces(...given: (string | Uint8Array | Error)[]): AsyncGenerator<string | Uint8Array> {
  for (const each of given) {
    if (each instanceof Error) throw each
    yield each
  }
}

test('a file has its name only once it is whole', async () => {
  const { folder, file } = place()
  const staged = await stageFile(file, pieces('Chốt ', Buffer.from('Như Nguyệt')))
  expect(readdirSync(folder)).toEqual(['report.csv.part'])
  const content = Buffer.from('Chốt Như Nguyệt')
  expect([staged.bytes, staged.sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')])
  staged.keep()
  expect(readdirSync(folder)).toEqual(['report.csv'])
  expect(readFileSync(file)).toEqual(content)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('nothing is left where a piece did not come, nor of what is discarded', async () => {
  const { folder, file } = place()
  await expect(stageFile(file, pieces('a', new Error('the stick was pulled out')))).rejects.toThrow('stick')
  expect(readdirSync(folder)).toEqual([])
  ;(await stageFile(file, pieces('a'))).discard()
  expect(readdirSync(folder)).toEqual([])
})

test('what was left by a power cut is written over, and no link is followed', async () => {
  const { folder, file } = place()
  const others = join(folder, 'others')
  writeFileSync(others, 'theirs')
  symlinkSync(others, `${file}.part`)
  ;(await stageFile(file, pieces('ours'))).keep()
  expect([readFileSync(others, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['theirs', 'ours'])
})

test('a file that came meanwhile is not written over', async () => {
  const { file } = place()
  const staged = await stageFile(file, pieces('ours'))
  writeFileSync(file, 'theirs')
  expect(() => staged.keep()).toThrow(expect.objectContaining({ code: 'EEXIST' }))
  expect(readFileSync(file, 'utf8')).toBe('theirs')
})

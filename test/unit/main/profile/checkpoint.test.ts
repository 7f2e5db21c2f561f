import { expect, test } from 'vitest'
import { parseCheckpoint } from '../../../../main/profile/index.ts'

const who = { kiosk: 'kiosk-1', name: 'Chốt Cầu Như Nguyệt', lane: '1', zoneMinutes: 420 }
const whole = { ...who, mode: 'real' }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (value: unknown) => parseCheckpoint(utf8(JSON.stringify(value)))

test.each([
  ['UTF-8', utf8(JSON.stringify(whole))],
  ['UTF-8 with a byte order mark', utf8(`\uFEFF${JSON.stringify(whole)}`)],
  ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${JSON.stringify(whole)}`, 'utf16le')],
])('%s is read', (_name, bytes) => {
  expect(parseCheckpoint(bytes)).toEqual(whole)
})

test('a member that is wrong is named', () => {
  expect(read({ ...whole, lane: 1 })).toEqual({ kind: 'members', members: [{ why: 'wrong', member: 'lane' }] })
  expect(read({ ...whole, kiosk: '' })).toEqual({ kind: 'members', members: [{ why: 'wrong', member: 'kiosk' }] })
  expect(read({ ...whole, zoneMinutes: null })).toMatchObject({ members: [{ why: 'wrong', member: 'zoneMinutes' }] })
})

test('all that are wrong are named once, and so are those that are missing or of another name', () => {
  expect(read({ kiosk: 7, name: 'x', Lane: '1', demo: 'no' })).toEqual({
    kind: 'members',
    members: [
      { why: 'wrong', member: 'kiosk' },
      { why: 'missing', member: 'lane' },
      { why: 'wrong', member: 'demo' },
      { why: 'unknown', name: 'Lane' },
    ],
  })
})

test.each(['[]', '3', 'null', '"x"'])('%s is not an object', (text) => {
  expect(parseCheckpoint(utf8(text))).toEqual({ kind: 'not-an-object' })
})

test('what is no JSON is quoted', () => {
  const text = '{\n  "kiosk": "kiosk-1",\n  "name": “Chốt”,\n  "lane": "1",\n  "mode": "real"\n}\n'
  expect(parseCheckpoint(utf8(text))).toEqual({ kind: 'not-json', why: expect.stringContaining('"name": “Chốt”') })
})

test.each(['', '{', '{"kiosk":'])('%j is not JSON, wherever it stops', (text) => {
  expect(parseCheckpoint(utf8(text))).toMatchObject({ kind: 'not-json' })
})

test('the mode as earlier versions wrote it is read', () => {
  expect(read({ ...who, demo: true })).toEqual({ ...who, mode: 'practice' })
  expect(read({ ...who, demo: false })).toEqual({ ...who, mode: 'real' })
})

test('a mode that is said twice, in no way or as another word is named', () => {
  expect(read({ ...whole, demo: false })).toEqual({ kind: 'members', members: [{ why: 'both' }] })
  expect(read(who)).toEqual({ kind: 'members', members: [{ why: 'missing', member: 'mode' }] })
  expect(read({ ...who, mode: 'demo' })).toEqual({ kind: 'members', members: [{ why: 'wrong', member: 'mode' }] })
})

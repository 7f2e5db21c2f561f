import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  differs,
  draftOfCheckpoint,
  emptyCheckpoint,
  readCheckpoint,
} from '../../../../renderer/screens/set-up/checkpoint/checkpoint-draft.ts'
import { noKept, readKept, withoutPassphrase } from '../../../../renderer/screens/set-up/secret/kept-draft.ts'
import { isSameCode } from '../../../../renderer/screens/set-up/secret/recovery-typed.ts'
import { emptySource, readSource } from '../../../../renderer/screens/set-up/trust/source-draft.ts'
import { readZone, sayZone } from '../../../../renderer/screens/set-up/checkpoint/zone-text.ts'
import { writeRecoveryCode } from '../../../../shared/domain/secret/recovery-code.ts'

describe('a zone', () => {
  it.each([
    ['+7', 420],
    ['7', 420],
    ['UTC+7', 420],
    ['utc +07:00', 420],
    ['+0530', 330],
    ['-3:30', -210],
    ['−3', -180],
    ['0', 0],
    ['+14', 840],
  ])('that is typed as %s is %i minutes', (text, minutes) => {
    expect(readZone(text)).toBe(minutes)
  })

  it.each(['', 'Hà Nội', '+15', '-13', '+7:60', '7.5', '+7 giờ', '700000'])('is none where %j is typed', (text) => {
    expect(readZone(text)).toBeNull()
  })

  it('is read as it is said', () => {
    fc.assert(
      fc.property(fc.integer({ min: -720, max: 840 }), (minutes) => {
        expect(readZone(sayZone(minutes))).toBe(minutes)
      }),
    )
  })

  it('is said in its shortest way', () => {
    expect([420, 330, -210, 0].map(sayZone)).toEqual(['+7', '+5:30', '-3:30', '+0'])
  })
})

describe('who a checkpoint is', () => {
  const draft = { ...emptyCheckpoint, name: ' Chốt Km 98 ', lane: ' 2', province: '' }

  it('is read without the blanks around it, and needs no province', () => {
    const words = { name: 'Chốt Km 98', lane: '2', province: '', zoneMinutes: 420 }
    expect(readCheckpoint(draft)).toEqual({ ok: true, words })
    expect(draftOfCheckpoint(words)).toEqual({ name: 'Chốt Km 98', lane: '2', province: '', zone: '+7', proxy: '' })
  })

  it('has the first fault told', () => {
    expect(readCheckpoint(emptyCheckpoint)).toEqual({ ok: false, fault: 'name' })
    expect(readCheckpoint({ ...draft, lane: ' ' })).toEqual({ ok: false, fault: 'lane' })
    expect(readCheckpoint({ ...draft, zone: 'giờ Hà Nội' })).toEqual({ ok: false, fault: 'zone' })
    expect(readCheckpoint({ ...draft, proxy: '10.0.0.1' })).toEqual({ ok: false, fault: 'proxy' })
  })

  it('differs from what is kept by any of its words', () => {
    expect(differs(draft, { ...draft })).toBe(false)
    for (const part of ['name', 'lane', 'province', 'zone', 'proxy'] as const)
      expect(differs(draft, { ...draft, [part]: 'x' })).toBe(true)
  })
})

describe('where trust comes from', () => {
  it('is a folder or an address, with a private server’s authority or without', () => {
    expect(readSource({ from: ' E:\\ ', serverAuthority: ' ' })).toEqual({
      ok: true,
      source: { from: 'E:\\', serverAuthority: null },
    })
    expect(readSource({ from: 'https://a.example', serverAuthority: 'ca.pem' })).toMatchObject({
      source: { serverAuthority: 'ca.pem' },
    })
  })

  it('is never an address that anybody on the way can change', () => {
    expect(readSource({ ...emptySource, from: 'HTTP://a.example' })).toEqual({ ok: false, fault: 'plain' })
    expect(readSource(emptySource)).toEqual({ ok: false, fault: 'none' })
  })
})

describe('how the secret is kept', () => {
  const typed = { kept: 'passphrase', passphrase: ' một câu dài ', again: ' một câu dài ' } as const

  it('under a passphrase takes it as it is typed, blanks and all', () => {
    expect(readKept(typed)).toEqual({ ok: true, secret: { kept: 'passphrase', passphrase: ' một câu dài ' } })
  })

  it('otherwise takes no passphrase along', () => {
    expect(readKept({ ...typed, kept: 'open' })).toEqual({ ok: true, secret: { kept: 'open' } })
  })

  it('is not read where nothing is chosen or the two passphrases are not one', () => {
    expect(readKept(noKept)).toEqual({ ok: false, fault: 'none' })
    expect(readKept({ ...typed, passphrase: '', again: '' })).toEqual({ ok: false, fault: 'empty' })
    expect(readKept({ ...typed, passphrase: 'mật mã', again: 'mật mã' })).toEqual({ ok: false, fault: 'short' })
    expect(readKept({ ...typed, again: 'một câu dài' })).toEqual({ ok: false, fault: 'differ' })
  })

  it('outlasts the room without what was typed', () => {
    expect(withoutPassphrase(typed)).toEqual({ kept: 'passphrase', passphrase: '', again: '' })
  })
})

describe('a recovery code that is typed back', () => {
  it('is the same however it is grouped', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = writeRecoveryCode(bytes)
        expect(isSameCode(code.toLowerCase().replaceAll('-', ' '), code)).toBe(true)
        expect(isSameCode(code.replaceAll('0', 'o'), code)).toBe(true)
      }),
    )
  })

  it('is not another one, and not half of it', () => {
    const [code, other] = [1, 2].map((seed) => writeRecoveryCode(new Uint8Array(16).fill(seed)))
    expect(isSameCode(other ?? '', code ?? '')).toBe(false)
    expect(isSameCode((code ?? '').slice(0, -1), code ?? '')).toBe(false)
    expect(isSameCode('', code ?? '')).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { sayPaper, sayPaperOf } from '../../../../renderer/screens/lane/forms/paper-words.ts'
import type { PaperResult } from '../../../../shared/domain/crossing/crossing.ts'
import { now } from './scan-answer.ts'

const bare: PaperResult = { result: 'unknown', method: 'unknown', sampledAt: null, laboratory: null, number: null }

describe('a result on paper in words', () => {
  it('is what was typed of it, the result first', () => {
    const paper: PaperResult = {
      result: 'negative',
      method: 'naat',
      sampledAt: now,
      laboratory: 'CDC Bắc Giang',
      number: 'GD4 79',
    }
    expect(sayPaper(speakIn('vi'), paper)).toBe(
      'bản giấy: âm tính · RT-PCR · lấy mẫu 07:42 22/11/2026 · số GD4 79 · CDC Bắc Giang',
    )
    expect(sayPaper(speakIn('en'), { ...paper, result: 'positive', method: 'rapid-antigen' })).toBe(
      'on paper: positive · rapid antigen · sample of 07:42 22/11/2026 · no. GD4 79 · CDC Bắc Giang',
    )
  })

  it('says nothing of what was not typed', () => {
    expect(sayPaper(speakIn('vi'), bare)).toBe('bản giấy: không rõ kết quả')
  })

  it('says whose it is as documents print the name', () => {
    const an = { name: 'Nguyễn Văn An', birthDate: '1999-03-12' }
    expect(sayPaperOf(speakIn('vi'), an)).toBe('Giấy của NGUYỄN VĂN AN · 1999')
    expect(sayPaperOf(speakIn('en'), { ...an, birthDate: null })).toBe('Paper of NGUYỄN VĂN AN')
    expect(sayPaperOf(speakIn('vi'), { name: null, birthDate: null })).toBe('Giấy của người chưa rõ tên')
  })
})

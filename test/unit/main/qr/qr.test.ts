import { describe, expect, test } from 'vitest'
import { readImage } from '../../../../main/images/index.ts'
import { darkPath, qrMatrix, qrPng, qrSvg } from '../../../../main/qr/index.ts'

describe('a drawn QR code', () => {
  test('reads back as its text', async () => {
    const picture = qrPng(await qrMatrix('CHOT:CHO-QUA'), 4)
    expect(await readImage(picture)).toEqual({ ok: true, texts: ['CHOT:CHO-QUA'] })
  })

  test('is a path of its dark runs', () => {
    const modules = Uint8Array.of(0, 0, 255, 255, 0, 255, 255, 255, 0)
    expect(darkPath({ size: 3, modules })).toBe('M0 0h2v1h-2zM1 1h1v1h-1zM2 2h1v1h-1z')
  })

  test('has four white modules around it', () => {
    expect(qrSvg({ size: 21, modules: new Uint8Array(441) })).toContain('viewBox="-4 -4 29 29"')
  })

  test('is refused for a text that fits none', async () => {
    await expect(qrMatrix('x'.repeat(4000))).rejects.toThrow('does not fit')
  })
})

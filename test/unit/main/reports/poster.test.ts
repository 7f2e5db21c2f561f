/** The poster of a place, read back from its own bytes, its code by our own reader. */
import { expect, test } from 'vitest'
import { drawPosters } from '../../../../main/reports/poster/poster.ts'
import type { PosterPlace } from '../../../../shared/domain/poster-place.ts'
import { mm } from '../../../../main/reports/paper/decree.ts'
import { qrMatrix } from '../../../../main/qr/index.ts'
import { codesOf, filledOf } from './drawn-pdf.ts'
import { contentsOf, pagesOf } from './read-pdf.ts'
import { whole } from './reported.ts'

const post: PosterPlace = {
  name: 'Chốt kiểm soát liên ngành Như Nguyệt',
  address: 'Quốc lộ 1A, Km 98, tỉnh Bắc Ninh',
  code: 'https://qr.pccovid.gov.vn/AB12CD34',
}

const posters = async (size: 'A4' | 'A5', ...places: PosterPlace[]): Promise<Buffer> =>
  whole(await drawPosters({ places, size, app: 'Bluezone', madeAt: 0, codeOf: (text) => qrMatrix(text, 'Q') }))

test.each([
  ['A4', 210, 297],
  ['A5', 148, 210],
] as const)(
  'on %s it has name in capitals, address, three steps, and a code that our reader reads',
  async (size, across, down) => {
    const bytes = await posters(size, post)
    const [page] = contentsOf(bytes)
    expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual(
      [mm(across), mm(down)].map(Math.round),
    )
    const text = pagesOf(bytes)[0]
      ?.map((line) => line.text)
      .join(' ')
    for (const said of [
      'CHỐT KIỂM SOÁT LIÊN NGÀNH NHƯ NGUYỆT',
      'Địa chỉ: Quốc lộ 1A, Km 98, tỉnh Bắc Ninh',
      'MÃ QR CỦA CƠ QUAN, ĐƠN VỊ TRÊN ỨNG DỤNG BLUEZONE',
      'HƯỚNG DẪN QUÉT MÃ QR ĐĂNG KÝ VÀO CƠ QUAN, ĐƠN VỊ',
      'Bước 1: tải và cài đặt ứng dụng Bluezone',
      'Bước 2: ',
      'Bước 3: khai báo y tế',
    ])
      expect(text).toContain(said)
    expect(await codesOf(bytes)).toEqual([[post.code]])
  },
)

test('the code on A4 has sides of at least 15 cm, with its quiet zone free, whatever the name’s length', async () => {
  for (const name of [post.name, 'Trung tâm Phục vụ hành chính công '.repeat(5).trim(), 'A'.repeat(200)])
    for (const code of ['A', post.code, 'A'.repeat(400)]) {
      const bytes = await posters('A4', { ...post, name, address: name, code })
      const [filled = []] = filledOf(bytes)
      const edge = (pick: 'x' | 'y', side: 'width' | 'height'): [number, number] => [
        Math.min(...filled.map((each) => each[pick])),
        Math.max(...filled.map((each) => each[pick] + each[side])),
      ]
      const [left, right] = edge('x', 'width')
      const [top, bottom] = edge('y', 'height')
      expect(Math.min(right - left, bottom - top)).toBeGreaterThanOrEqual(mm(150))
      const quiet = (4 * (right - left)) / (await qrMatrix(code, 'Q')).size
      expect(left).toBeGreaterThanOrEqual(quiet - 0.01)
      const lines = pagesOf(bytes)[0] ?? []
      const nearest = lines.map(({ y, size }) => (y > bottom ? y - size - bottom : top - y))
      expect(Math.min(...nearest)).toBeGreaterThanOrEqual(quiet * 0.9)
    }
})

test('a list is a page a place, each with its own code', async () => {
  const places = ['A1', 'B2', 'C3'].map((code) => ({
    ...post,
    name: `Chốt ${code}`,
    code: `https://qr.pccovid.gov.vn/${code}`,
  }))
  const bytes = await posters('A5', ...places)
  expect(await codesOf(bytes)).toEqual(places.map(({ code }) => [code]))
  expect(pagesOf(bytes).map((lines) => lines[0]?.text)).toEqual(['CHỐT A1', 'CHỐT B2', 'CHỐT C3'])
})

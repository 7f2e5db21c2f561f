/** `chot poster`: the poster of a place, or of a list of places, as a PDF to print. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  longestPosterApp,
  placeFault,
  posterLine,
  posterSizes,
  usualPosterApp,
  type PosterPlace,
  type PosterSize,
} from '../../../shared/domain/poster-place.ts'
import { say } from '../../../shared/language/say.ts'
import { readNamedFile, stageFile, textOf } from '../../files/index.ts'
import { readCheckpoint } from '../../profile/index.ts'
import { qrMatrix } from '../../qr/index.ts'
import { writePosters } from '../../reports/index.ts'
import { defineCommand, Failure, required, status, UsageError, type Options } from '../../terminal/index.ts'
import { fileThere } from '../file-there.ts'
import { chosenProfile, profileOption } from '../options.ts'
import { longestList, readPlaces } from './poster-places.ts'

const options = {
  out: { type: 'string', value: 'FILE', says: { vi: 'tệp PDF mới để ghi vào', en: 'the new PDF to write' } },
  code: {
    type: 'string',
    value: 'TEXT',
    says: {
      vi: 'nội dung mã mà ứng dụng đã cấp cho địa điểm',
      en: 'what the code says: what the app gave out for the place',
    },
  },
  address: { type: 'string', value: 'TEXT', says: { vi: 'địa chỉ', en: 'the address' } },
  name: {
    type: 'string',
    value: 'TEXT',
    says: {
      vi: 'tên cơ quan, đơn vị (mặc định: tên chốt của hồ sơ)',
      en: 'the place (default: the profile’s checkpoint)',
    },
  },
  places: {
    type: 'string',
    value: 'FILE',
    says: {
      vi: 'danh sách CSV có ba cột Tên, Địa chỉ, Mã: mỗi địa điểm một trang',
      en: 'CSV with the columns Name, Address, Code: a page a place',
    },
  },
  size: { type: 'string', value: 'A4|A5', says: { vi: 'khổ giấy (mặc định: A4)', en: 'the paper (default: A4)' } },
  app: {
    type: 'string',
    value: 'NAME',
    says: { vi: 'ứng dụng quét mã (mặc định: Bluezone)', en: 'the app that scans it (default: Bluezone)' },
  },
  ...profileOption,
} as const satisfies Options

const words = {
  vi: 'Đã vẽ {count, number} áp phích khổ {size} vào {file}. In 100 %, không co theo trang; thử quét một tờ trước khi treo.',
  en: '{count, number} posters of size {size} are in {file}. Print at 100 %, not fitted to the page; try one with a phone before it hangs.',
} as const

function sizeOf(asked = 'A4'): PosterSize {
  const found = posterSizes.find((each) => each === asked.toUpperCase())
  if (found) return found
  throw new UsageError({ vi: '--size nhận A4 hoặc A5', en: '--size takes A4 or A5' })
}

function appOf(asked: string = usualPosterApp): string {
  const app = posterLine(asked)
  if (app !== '' && app.length <= longestPosterApp) return app
  throw new UsageError(
    { vi: '--app cần tên dài 1 đến {most} ký tự', en: '--app wants a name of 1 to {most} characters' },
    { most: longestPosterApp },
  )
}

interface Given {
  name?: string
  address?: string
  code?: string
  places?: string
  profile?: string
}

/** A list that Excel saved as its own CSV may be no text in any encoding that is told apart. */
function listText(file: string): string {
  const bytes = readNamedFile(file, longestList)
  try {
    return textOf(bytes)
  } catch {
    throw new Failure(
      'places-not-text',
      {
        vi: '{file} không phải văn bản UTF-8. Lưu lại dạng "CSV UTF-8" rồi chạy lại.',
        en: '{file} is not text in UTF-8. Save it as “CSV UTF-8” and run this again.',
      },
      { file },
      { status: status.input },
    )
  }
}

function placesOf(given: Given, env: NodeJS.ProcessEnv): PosterPlace[] {
  if (given.places !== undefined) {
    if (given.name !== undefined || given.address !== undefined || given.code !== undefined)
      throw new UsageError({
        vi: '--places đã có tên, địa chỉ và mã: bỏ --name, --address, --code',
        en: '--places has names, addresses and codes: leave out --name, --address, --code',
      })
    return readPlaces(listText(resolve(given.places)))
  }
  const place = {
    code: required(given.code, '--code TEXT').trim(),
    address: posterLine(required(given.address, '--address TEXT')),
    name: posterLine(given.name ?? readCheckpoint(chosenProfile(given, env)).name),
  }
  const fault = placeFault(place)
  if (fault) throw new UsageError({ vi: '{vi}', en: '{en}' }, { ...fault })
  return [place]
}

export const posterCommand = defineCommand({
  summary: { vi: 'áp phích mã QR của địa điểm để in', en: 'the poster of a place’s QR code, to print' },
  about: {
    vi: 'Vẽ mẫu niêm yết mã QR của cơ quan, đơn vị (Phụ lục II Công văn 1324/UBND-VX) thành PDF: tên chữ in hoa, địa chỉ, mã lớn (A4: cạnh hơn 15 cm), ba bước hướng dẫn. Một địa điểm bằng --code và --address, hoặc cả danh sách bằng --places. Chỉ vẽ khi hiểu hết danh sách.',
    en: 'Draws the poster of a place’s QR code (Phụ lục II of Công văn 1324/UBND-VX) as a PDF: the name in capitals, the address, the code (on A4 with sides over 15 cm), and three steps. One place by --code and --address, or a list of them by --places. Nothing is drawn unless all of the list is understood.',
  },
  examples: [
    {
      vi: 'chot poster --code https://qr.pccovid.gov.vn/AB12 --address "Quốc lộ 1, Km 98" --out ap-phich.pdf',
      en: 'chot poster --code https://qr.pccovid.gov.vn/AB12 --address "Highway 1, Km 98" --out poster.pdf',
    },
    {
      vi: 'chot poster --places dia-diem.csv --size A5 --out ap-phich.pdf',
      en: 'chot poster --places places.csv --size A5 --out posters.pdf',
    },
  ],
  options,
  statuses: { 0: { vi: 'đã vẽ', en: 'drawn' } },
  async run(_words, values, { env, locale, now, print }) {
    const file = resolve(required(values.out, '--out FILE'))
    const [size, app] = [sizeOf(values.size), appOf(values.app)]
    const places = placesOf(values, env)
    if (existsSync(file)) throw fileThere(file)
    const pieces = writePosters({ places, size, app, madeAt: now(), codeOf: (text) => qrMatrix(text, 'Q') })
    const staged = await stageFile(file, pieces)
    staged.keep()
    print(`${say(locale, words[locale], { count: places.length, size, file })}\n`)
    return 0
  },
})

/** The fields of a laboratory's result, and the headings under which programs and people write them. */
import { nameTokens } from '../../shared/domain/names.ts'
import type { Sentences } from '../command/failure.ts'

export const fields = [
  'name',
  'family',
  'given',
  'birthDate',
  'sampledAt',
  'method',
  'result',
  'centre',
  'identifier',
] as const
export type Field = (typeof fields)[number]

/** How a field is called in messages. */
export const fieldWords: Readonly<Record<Field, Sentences>> = {
  name: { vi: 'họ và tên', en: 'name' },
  family: { vi: 'họ', en: 'family name' },
  given: { vi: 'tên', en: 'given name' },
  birthDate: { vi: 'ngày sinh', en: 'birth date' },
  sampledAt: { vi: 'thời điểm lấy mẫu', en: 'sample time' },
  method: { vi: 'phương pháp', en: 'method' },
  result: { vi: 'kết quả', en: 'result' },
  centre: { vi: 'cơ sở xét nghiệm', en: 'test centre' },
  identifier: { vi: 'mã chứng nhận', en: 'identifier' },
}

/** Headings without marks, spaces, case and punctuation. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  name: ['HOVATEN', 'HOTEN', 'TENDAYDU', 'NAME', 'FULLNAME'],
  family: ['HO', 'HOVADEM', 'HODEM', 'FAMILYNAME', 'FAMILY', 'SURNAME', 'LASTNAME'],
  given: ['TEN', 'GIVENNAME', 'GIVEN', 'FIRSTNAME', 'FORENAME'],
  birthDate: ['NGAYSINH', 'NGAYTHANGNAMSINH', 'NAMSINH', 'BIRTHDATE', 'DATEOFBIRTH', 'DOB', 'BIRTHDAY'],
  sampledAt: [
    'THOIDIEMLAYMAU',
    'THOIGIANLAYMAU',
    'NGAYGIOLAYMAU',
    'GIOLAYMAU',
    'NGAYLAYMAU',
    'LAYMAULUC',
    'SAMPLETIME',
    'SAMPLEDAT',
    'SAMPLED',
    'SAMPLINGTIME',
    'COLLECTEDAT',
    'SAMPLEDATE',
  ],
  method: ['PHUONGPHAP', 'PHUONGPHAPXETNGHIEM', 'LOAIXETNGHIEM', 'LOAI', 'METHOD', 'TESTTYPE', 'TYPE'],
  result: ['KETQUA', 'KETQUAXETNGHIEM', 'RESULT', 'TESTRESULT'],
  centre: [
    'COSO',
    'COSOXETNGHIEM',
    'DONVIXETNGHIEM',
    'NOIXETNGHIEM',
    'PHONGXETNGHIEM',
    'CENTRE',
    'CENTER',
    'TESTCENTRE',
    'TESTCENTER',
    'TESTINGCENTRE',
    'LABORATORY',
    'LAB',
  ],
  identifier: ['MACHUNGNHAN', 'MADINHDANH', 'MASO', 'UVCI', 'IDENTIFIER', 'CERTIFICATEID', 'ID'],
}

const byHeading: ReadonlyMap<string, Field> = new Map(
  fields.flatMap((field) => headings[field].map((heading) => [heading, field] as const)),
)

/** The field that a heading names, or null. `Họ và tên`, `ho_va_ten` and `HỌ VÀ TÊN` are the same. */
export function fieldOf(heading: string): Field | null {
  return byHeading.get(nameTokens(heading).join('')) ?? null
}

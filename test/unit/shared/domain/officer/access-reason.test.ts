/** When a search is of people, and whoever asks says why: plates of any country are nobody's. */
import { expect, test } from 'vitest'
import { isOfPeople } from '../../../../../shared/domain/officer/access-reason.ts'

test.each(['98A-123.45', '98a12', 'TC-33-86', '桂A·12345', 'ກຂ 1234', '2A-1234', '1AB-2345', 'PP 2A-1234', 'AB 1234'])(
  '%s is a plate, and asks for no reason',
  (text) => expect(isOfPeople(text)).toBe(false),
)

test.each([
  ['024099001234', 'a citizen’s number'],
  ['187654321', 'an older one'],
  ['0912345678', 'a telephone'],
  ['B1234567', 'a passport'],
  ['B12345', 'a passport, typed so far'],
  ['EA1234567', 'a passport of two letters'],
  ['GD4019912345678', 'a health-insurance number'],
  ['Nguyễn Văn An', 'a name'],
  ['Minh 1999', 'a name with the year of a birth'],
  ['URN:UVCI:01:VN:TEST0001', 'a certificate'],
])('%s is %s, and asks for one', (text) => expect(isOfPeople(text)).toBe(true))

import { expect, test } from 'vitest'
import { parsePort } from '../../../../main/shell/port.ts'

test.each([
  ['0', 0],
  ['4980', 4980],
  ['65535', 65_535],
])('%s is a port', (text, port) => {
  expect(parsePort(text)).toBe(port)
})

test.each(['65536', '-1', '1.5', '', 'x', '0x10', ' 80'])('"%s" is no port', (text) => {
  expect(parsePort(text)).toBeNull()
})

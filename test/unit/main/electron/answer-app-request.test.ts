import { expect, test } from 'vitest'
import { answerAppRequest } from '../../../../main/electron/answer-app-request.ts'
import { contentSecurityPolicy } from '../../../../main/shell/index.ts'

const index = { file: '/page/index.html', type: 'text/html; charset=utf-8' }
const files = new Map([
  ['/', index],
  ['/index.html', index],
])

test('the page comes with its type and the content policy', () => {
  const answer = answerAppRequest(files, 'GET', 'app://kiosk/')
  expect(answer).toMatchObject({ status: 200, file: '/page/index.html' })
  expect(answer.headers).toMatchObject({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
  })
})

test.each(['app://kiosk/../secret', 'app://kiosk/%2e%2e/secret', 'app://other/', 'app://kiosk/toString', 'nonsense'])(
  '%s is not there',
  (url) => {
    expect(answerAppRequest(files, 'GET', url)).toMatchObject({ status: 404, file: null })
  },
)

test('nothing is posted', () => {
  expect(answerAppRequest(files, 'POST', 'app://kiosk/')).toMatchObject({ status: 405, file: null })
})

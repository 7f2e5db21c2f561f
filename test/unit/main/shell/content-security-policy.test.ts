import { expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../../main/shell/index.ts'

test('the content policy is exactly this', () => {
  expect(contentSecurityPolicy).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
      "media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'",
  )
})

/**
 * What the page may do, said once for both shells: everything from its own origin, no inline script or style, no
 * `eval`. `'wasm-unsafe-eval'` lets the QR decoder compile; `'self'` in connect-src admits the shell's own WebSocket.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
]

export const contentSecurityPolicy = directives.join('; ')

/** The headers of everything either shell serves. Cross-origin pages may neither frame, open nor embed any of it. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(self), microphone=(), geolocation=(), display-capture=(), usb=(), hid=(), serial=(), payment=(), midi=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

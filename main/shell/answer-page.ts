/** What a request for a part of the page is answered with, in either shell: over HTTP or over the `app:` scheme. */
import { securityHeaders } from './content-security-policy.ts'
import type { PageFiles } from './page-files.ts'

/** An answer: its status, its headers, and the file or the text that is its body. */
export interface PageAnswer {
  status: number
  headers: Record<string, string>
  file: string | null
  text: string
}

/** An answer that is one short text. */
export function answerText(status: number, text: string, headers: Record<string, string> = {}): PageAnswer {
  return {
    status,
    headers: {
      ...securityHeaders,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
    file: null,
    text,
  }
}

/** Answers `method` for `path`, the path of a URL as it was sent: a name in the list or nothing. */
export function answerPage(files: PageFiles, method: string, path: string): PageAnswer {
  if (method !== 'GET' && method !== 'HEAD') return answerText(405, 'GET or HEAD only.\n', { Allow: 'GET, HEAD' })
  const found = files.get(path)
  if (!found) return answerText(404, 'Not found.\n')
  return {
    status: 200,
    headers: { ...securityHeaders, 'Content-Type': found.type, 'Cache-Control': 'no-cache' },
    file: found.file,
    text: '',
  }
}

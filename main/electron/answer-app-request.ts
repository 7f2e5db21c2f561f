/** What a request for an `app:` address is answered with: the same list of files as over loopback. */
import { answerPage, answerText, type PageAnswer, type PageFiles } from '../shell/index.ts'
import { isKioskUrl } from './origin.ts'

/** Answers a request of the page, by its method and its address. */
export function answerAppRequest(files: PageFiles, method: string, url: string): PageAnswer {
  if (!isKioskUrl(url)) return answerText(404, 'Not found.\n')
  return answerPage(files, method, new URL(url).pathname)
}

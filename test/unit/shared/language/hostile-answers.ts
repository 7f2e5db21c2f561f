/** Answers to a scan in which everything that is a text is hostile. */
import { type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Certificate } from '../../../../shared/certificate/certificate.ts'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import * as lane from '../../renderer/screens/scan-answer.ts'

export const ignored = (): void => undefined
export const html = (element: ReactElement): string => renderToStaticMarkup(element)

/** A certificate in which everything that is a text is hostile. */
export function certified(name: string): Certificate {
  const certificate = lane.aCertificate({
    test: { centre: name, sampled: { text: name, earliest: 0, latest: 1, zoned: false } },
  })
  const { statement } = certificate
  return {
    ...certificate,
    issuer: name,
    kid: name,
    holder: { name, transliterated: { family: name, given: name }, birthDate: name, number: name },
    statement: { ...statement, authority: name, country: name, identifier: name },
  }
}

export function scan(name: string): ScanAnswer {
  const answer = lane.aScanAnswer()
  return { ...answer, verdict: { ...answer.verdict, certificate: certified(name), text: name, payload: { name } } }
}

export function card(name: string): ScanAnswer {
  const answer = lane.aDocumentAnswer()
  const fields = { number: name, oldNumber: name, name, birthDate: name, address: name, issued: name, extras: [name] }
  return { ...answer, verdict: { ...answer.verdict, document: lane.aDocument(fields) } }
}

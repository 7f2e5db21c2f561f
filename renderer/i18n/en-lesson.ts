/** The guided lesson, in English. */
import type { lessonInVietnamese } from './vi-lesson.ts'

export const lessonInEnglish: Record<keyof typeof lessonInVietnamese, string> = {
  'lesson.title': 'Lesson of ten scans',
  'lesson.begin': 'Lesson of ten scans (practice only)',
  'lesson.count': '{at}/{of}',
  'lesson.scan': 'Scan the code',
  'lesson.another': 'Ask for another code',
  'lesson.next': 'Next person',
  'lesson.end': 'Done',
  'lesson.leave': 'Leave the lesson',
  'lesson.right': 'RIGHT.',
  'lesson.wrong': 'NOT RIGHT.',
  'lesson.decide':
    'Look at the verdict, then press F1 to admit, F2 to refuse, F3 to refer. Where there is nothing to decide, ask for another code.',
  'lesson.none': 'There are no codes for a lesson. Close Chốt and start it again with "npm start", which makes them.',
  'lesson.done': 'The lesson is over: {right} of {of} right. Press again to close it; take it again whenever you like.',

  'lesson.valid.comes': 'Somebody on foot shows a test result on a phone.',
  'lesson.valid.why': 'PCR negative, sampled 20 hours ago, the signature holds: admit (F1), and no reason is asked.',
  'lesson.too-old.comes': 'Somebody shows a code on paper and says that they were tested this week.',
  'lesson.too-old.why':
    'The sample is older than 72 hours: refuse (F2) and ask for a new test, or refer (F3) to have one made here.',
  'lesson.positive.comes': 'Somebody shows a code, masked, and coughs.',
  'lesson.positive.why':
    'The result is positive: keep a distance and refer (F3). To refuse sends a sick person on to somewhere else.',
  'lesson.last-hours.comes': 'Somebody is in a hurry: their result is about to run out.',
  'lesson.last-hours.why': 'A few hours left is in date: admit (F1). The kiosk counts the hours, so that you need not.',
  'lesson.forged.comes': 'Somebody shows a photograph of a code; the name looks odd.',
  'lesson.forged.why':
    'The signature does not match what it signs, so the code was altered: do not admit, refuse (F2), have them wait, tell the supervisor.',
  'lesson.payment.comes': 'Somebody opens the wrong app and shows a payment code.',
  'lesson.payment.why':
    'A payment code says nothing of anybody’s health: decide nothing, and ask for the code of the result.',
  'lesson.unknown-key.comes': 'Somebody shows a code of an issuer that this kiosk has never met.',
  'lesson.unknown-key.why':
    'Without the key nothing can be checked, which is not forged: refer (F3). Where you have seen the stamped original, they may pass, with a reason.',
  'lesson.expired.comes': 'Somebody shows the code that they used the last time.',
  'lesson.expired.why': 'The certificate has expired: refuse (F2) and ask for a new one, or refer (F3).',
  'lesson.cut.comes': 'The phone’s screen is cracked, and the scanner reads a part of the code.',
  'lesson.cut.why':
    'A code that was half read says nothing of the person: decide nothing, and have the code or the paper shown again.',
  'lesson.returned.comes': 'Whoever was referred before comes back with a new result.',
  'lesson.returned.why':
    'The new result is negative and the medical post let them go: admit (F1). The kiosk says that they were referred, so that you see the paper from there.',
}

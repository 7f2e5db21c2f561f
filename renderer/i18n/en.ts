/** What the screen says in English: written for a visiting officer, not translated word by word. */
import { accessesInEnglish } from './en-accesses.ts'
import { crossingInEnglish } from './en-crossing.ts'
import { frameInEnglish } from './en-frame.ts'
import { helpInEnglish } from './en-help.ts'
import { lessonInEnglish } from './en-lesson.ts'
import { officersInEnglish } from './en-officers.ts'
import { recordsInEnglish } from './en-records.ts'
import { reportsInEnglish } from './en-reports.ts'
import { setUpInEnglish } from './en-set-up.ts'
import { syncInEnglish } from './en-sync.ts'
import { shiftInEnglish } from './en-shift.ts'
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'header.lane': 'Lane {lane}',
  'header.keys': '{keys, plural, one {# key} other {# keys}}',
  'header.keysAge': '{age} ago',
  'header.rulesAge': 'rules {age} ago',
  'header.revocationsAge': 'revocations {age} ago',
  'header.undated': 'undated',
  'header.waiting': '{waiting, number} to send',

  'link.connecting': 'Connecting to the program…',
  'link.lost':
    'NOT CONNECTED to the program. No code can be checked. Reconnecting by itself; after a minute, restart Chốt.',

  'link.taken-over': 'Chốt is open in another window. Use that one; to use this one, close it and reload the page.',
  'link.slow':
    'The machine is slow: the program has not answered yet. Wait, do not scan again; after a minute, restart Chốt and see whether the last code was recorded.',
  'link.unentered':
    'This window has not entered Chốt, so nothing can be checked. Open the newest address printed in the terminal that runs Chốt, or close Chốt and start it again.',
  'link.used-address':
    'This address is wrong or has been used once already. Open the newest address printed in the terminal that runs Chốt, or close Chốt and start it again.',
  'link.stranger':
    'NOT THE CHỐT of this window is answering: Chốt was started again, or another program has taken its place. Close this window and use the new one of Chốt; if there is none, start Chốt again.',

  'age.underHour': 'less than 1 hour',
  'age.hours': '{hours, plural, one {# hour} other {# hours}}',
  'age.days': '{days, plural, one {# day} other {# days}}',
  'artefact.keys': 'the keys ({age} old)',
  'artefact.rules': 'the rules ({age} old)',
  'artefact.revocations': 'the revocation list ({age} old)',
  'trust.ageing': 'It is time to update {what}. Verdicts still hold; have IT update during this shift.',
  'trust.old': 'Not updated for long: {what}. Ask the supervisor before admitting; have IT update now.',
  'trust.unusable':
    'Nothing can be concluded with {what}. See the original paper with the issuer’s stamp; have IT update now.',
  'trust.damaged':
    'The trust store of this kiosk was changed or damaged; what is wrong is not used. Ask the supervisor before accepting; tell IT now.',
  'trust.nothing':
    'The trust store of this kiosk was changed or damaged, so no key is believed. See the original paper with the issuer’s stamp; have IT update now.',
  'clock.behind':
    'The clock may be wrong: it says {clockAt}, yet something was noted at {knownAt}. Set it; if it is right, press F7 twice.',
  'clock.far-ahead':
    'The clock may be wrong: it says {clockAt}, but the last thing known is of {knownAt}. Set it; if it is right, press F7 twice.',
  'clock.other-zone':
    'The clock may be wrong: the laptop is not set to Viet Nam’s time. Set the zone to Hanoi (UTC+7) in its settings; F7 does not help.',
  'clock.asked': 'Look at your own watch: is it really {clockAt} now? If so, press F7 once more.',
  'clock.failed': 'That the clock is right was not recorded. Press F7 twice again; if it stays, tell IT.',
  'clock.done': 'The clock is confirmed as right, and that is in the journal. Scan the last code again.',

  'camera.title': 'Camera',
  'camera.starting': 'Opening the camera… If asked, choose Allow.',
  'camera.missing': 'No camera found. Plug one in and the picture appears; or use the scanner or a picture.',
  'camera.denied': 'The camera is blocked. Allow it in the system settings and the picture appears.',
  'camera.busy': 'Another program is using the camera. Close it and the picture appears.',
  'camera.lost': 'The camera picture was lost. Check the cable; it comes back by itself.',
  'camera.reader': 'The code reader is not running. Restart Chốt; use the scanner meanwhile.',
  'coach.aim': 'Hold the code in the frame',
  'coach.closer': 'A little closer',
  'coach.steady': 'Hold still, avoid glare',
  'coach.dark': 'Too dark, add light',
  'coach.read': 'Code read',

  'verdict.title': 'Verdict',
  'verdict.notReady': 'Not ready to scan',
  'verdict.notReadyWhy': 'Waiting for Chốt. If there is a bar above, do what it says.',
  'verdict.waiting': 'Ready to scan',
  'verdict.waitingHow': 'Hold a result code to the camera, or use the scanner.',
  'verdict.verifying': 'Checking the code…',
  'verdict.failed': 'The last code was not checked',
  'verdict.failedClosed': 'The connection to the program broke. Wait until it is back, then scan this code again.',
  'verdict.failedOther': 'The program failed on this code. Scan it again; if it stays, tell IT.',
  'verdict.tooLong': 'The code is abnormally long and was not checked. Scan the result code itself.',
  'scanner.letters-lost':
    'The scanner’s letters did not all arrive. Scan again; if it stays, hold the code to the camera and have IT set the scanner to the US keyboard, sending no letters by Alt and digits.',
  'scanner.input-method':
    'A Vietnamese input method changed the scanner’s letters. Turn it off (switch to English) and scan again, or hold the code to the camera.',
  'verdict.claim': 'Claimed, not verified:',
  'verdict.recorded': 'Journal entry {seq, number} at {clock}',
  'verdict.notRecorded': 'NOT RECORDED in the journal',

  'statement.naat': 'RT-PCR test',
  'statement.rapid-antigen': 'rapid antigen test',
  'statement.unknown': 'test (method unclear)',
  'statement.negative': 'negative',
  'statement.positive': 'positive',
  'statement.unclear': 'result unclear',
  'statement.vaccination': 'vaccination',
  'statement.doses': 'dose {dose, number} of {doses, number}',
  'statement.recovery': 'recovery',
  'statement.on': 'on {date}',
  'statement.positiveOn': 'positive on {date}',
  'statement.pass': 'pass (it does not say why it was given)',
  'holder.number': 'document no. {number}',
  'document.citizen-card': 'citizen card no. {number}',
  'document.health-insurance-card': 'health insurance card no. {number}',
  'document.personal-code': 'PC-Covid code, document no. {number}',
  'document.born': 'born {date}',
  'document.issued': 'issued {date}',
  'sex.M': 'male',
  'sex.F': 'female',
  'sample.hours': 'sample taken {hours, plural, one {# hour} other {# hours}} ago',
  'sample.underHour': 'sample taken less than an hour ago',
  'sample.days': 'sample taken {days, plural, one {# day} other {# days}} ago',
  'sample.ahead': 'sample time {sampledAt} lies ahead',
  'sample.unzoned': 'sample taken {text} (time zone unknown)',
  'sample.reported': 'result at {text}',
  'period.until': 'valid until {untilAt}',
  'period.ended': 'expired {untilAt}',

  'details.title': 'Checks in detail',
  'status.pass': 'passed',
  'status.warn': 'unclear',
  'status.fail': 'failed',
  'status.skipped': 'not checked',
  'check.format': 'Kind',
  'check.structure': 'Content',
  'check.signature': 'Signature',
  'check.key': 'Key',
  'check.period': 'Period',
  'check.revocation': 'Revocation',
  'check.rules': 'Rules',
  'check.trust-age': 'Up to date',
  'check.clock': 'Clock',
  'field.transliterated': 'Plain letters',
  'field.name': 'Name',
  'field.birthDate': 'Born',
  'field.number': 'Document no.',
  'field.oldNumber': 'Old number',
  'field.sex': 'Sex',
  'field.address': 'Address',
  'field.issued': 'Issued',
  'field.extras': 'Also states',
  'field.sampled': 'Sample taken',
  'field.reported': 'Result at',
  'field.centre': 'Test centre',
  'field.authority': 'Authority',
  'field.country': 'Country',
  'field.identifier': 'Certificate no.',
  'field.issuedAt': 'Signed',
  'field.expiresAt': 'Expires',
  'field.issuer': 'Issuer',
  'field.kid': 'Key id',
  'field.format': 'Format',

  'day.title': 'Today',
  'day.total': 'scans',
  'last.title': 'The last crossings',
  'last.none': 'No crossings yet today.',

  'key.details': 'Details',
  'key.image': 'Open picture',
  'key.clock': 'Clock is right',
  'key.clockAgain': 'Press again',
  'key.camera': 'Next camera',
  'key.theme.auto': 'Auto mode',
  'key.theme.day': 'Day mode',
  'key.theme.night': 'Night mode',
  'key.language': 'Tiếng Việt',

  'image.reading': 'Looking for codes in the picture…',
  'image.none': 'No code found in this picture. Take it again: closer, well lit, the code filling it.',
  'image.unopened': 'This file could not be opened. Choose a PNG, JPEG, WebP, BMP or PGM picture.',
  'image.unsupported': 'Pictures of the kind {name} are not read. Save it as PNG or JPEG and open it again.',
  'image.tooHard': 'This picture takes too long to read. Crop it to the code and open it again.',
  'image.tooLarge': 'The picture is too large. Crop it to the code and open it again.',
  'image.found':
    '{codes, plural, one {# code} other {# codes}} of the picture taken; each person is a row on the left.{others, plural, =0 {} one { One other code in it is no paper of a person.} other { # other codes in it are no papers of a person.}}',
  'image.drop': 'Drop the picture to read its codes',
  'journal.doubted':
    'This kiosk’s journal does not agree: numbers and searches may be wrong. Go on checking as usual; tell IT to run "npx chot journal verify".',
  'journal.moved':
    'This profile was copied here from another computer or another user. Go on as usual; if Chốt is still open there, close it there, and tell IT.',
  'journal.overdue':
    'Data of people has been kept for {kept, number} days{policy, plural, =0 {, and no policy says for how long} other {, against {policy, number} allowed}}, since no hub has backed it up. Go on as usual; tell IT to enrol at a hub and deliver, or to run "npx chot journal begin" and take the old journal away.',
  'settings.failed': 'The choice could not be saved. It holds until the machine is switched off; tell IT.',

  ...crossingInEnglish,
  ...frameInEnglish,
  ...officersInEnglish,
  ...accessesInEnglish,
  ...lessonInEnglish,
  ...recordsInEnglish,
  ...reportsInEnglish,
  ...setUpInEnglish,
  ...syncInEnglish,
  ...shiftInEnglish,
  ...helpInEnglish,
}

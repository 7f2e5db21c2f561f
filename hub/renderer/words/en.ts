/** What the hub's page says in English. */
import { postsInEnglish } from './en-posts.ts'
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  ...postsInEnglish,
  'page.title': 'The province’s hub',
  'page.asking': 'Asking the hub…',
  'page.hub': 'Hub {name}',
  'page.today':
    'Today: {crossings, plural, one {# crossing} other {# crossings}} · {entries, plural, one {# entry} other {# entries}}',
  'page.backlog': '{backlog, plural, one {# entry waits} other {# entries wait}} at the posts',
  'page.nav': 'Parts',
  'nav.posts': 'Posts',
  'nav.alerts': '{alerts, plural, =0 {Alerts} other {Alerts (#)}}',
  'nav.enrol': 'Enrol a post',
  'nav.backup': 'Backup',
  'nav.leave': 'Sign out {name}',
  'key.theme.auto': 'Auto theme',
  'key.theme.day': 'Day theme',
  'key.theme.night': 'Night theme',
  'key.language': 'Tiếng Việt',
  'key.back': 'Back',
  'page.viewer': 'This account only looks. What is to be decided: tell an administrator.',

  'refused.not-understood': 'The hub did not understand that. Look over what you filled in and try again.',
  'refused.signed-out': 'The session has ended. Sign in again; what you asked for last was not done.',
  'refused.wrong-sign-in': 'The name or the password is wrong. Try again.',
  'refused.wrong-password': 'The old password is wrong. Try again.',
  'refused.weak-password': 'The new password is the old one, or has the account’s name in it. Choose another.',
  'refused.must-change': 'The printed password has to be changed before anything else.',
  'refused.not-allowed': 'This account may not do that. Tell an administrator.',
  'refused.another-origin': 'The hub takes nothing from this page. Open it again at the hub’s own address.',
  'refused.wait': 'Tried too often. Wait {seconds, plural, one {# second} other {# seconds}} and try again.',
  'refused.not-found': 'The hub knows this post no longer. Go back to the list.',
  'refused.name-taken':
    'A post that sends has this name. For a new laptop there: open that post and choose Replace first.',
  'refused.entries-wait':
    'Not replaced: more entries that have not come here are on the old laptop than was shown. Choose Replace again to see how many.',
  'refused.away':
    'The hub’s database does not answer; nothing was done. Wait a minute and try again; if it stays so, look at the hub.',
  'refused.unreached':
    'The hub cannot be reached. This page goes on trying; if it stays so, check the network and whether the hub is running.',
  'page.old': 'What is shown below is from {asOfAt}.',

  'signIn.title': 'Sign in to the province’s hub',
  'signIn.how': 'The first time: the name and the password that the hub printed when it was opened.',
  'signIn.name': 'Account',
  'signIn.password': 'Password',
  'signIn.in': 'Sign in',
  'password.title': 'Change the printed password',
  'password.why':
    'Somebody may have seen the printed one. Choose one of your own, of {least, number} characters or more, and you are in.',
  'password.old': 'Printed password',
  'password.new': 'New password',
  'password.again': 'New password, again',
  'password.change': 'Change and go in',
  'password.short':
    'The new password has {length, plural, one {# character} other {# characters}} so far; it takes {least, number}.',
  'password.other': 'The new password was typed in two ways. Type both again.',

  'alerts.title': 'Alerts that nobody has acknowledged',
  'alerts.none': 'There are no alerts. Somebody has seen everything.',
  'alerts.seen': 'Seen: {name}',
  'alert.fork':
    'Two journals differ under the same numbers, from entry {seq, number} on: a copy of the profile may be at work elsewhere. Ask the post at once; the hub keeps both branches.',
  'alert.quarantined':
    'A batch does not fit its chain at entry {seq, number}; the hub keeps it whole and apart. Have the post’s figures for IT sent.',
  'alert.revoked':
    'The post is revoked and still sends; its batches are held. Find out whether it is the post’s own laptop, then let them in or leave them.',
  'alert.kept-full':
    'So many batches of this post are kept apart that the hub takes no more of that kind. Ask the post at once.',
  'alert.hub-went-back':
    'The post has receipts up to entry {seq, number} that the hub has not: the hub was put back to an older state. The post sends again by itself; look at the backups.',
  'alert.epoch-begun':
    'A supervisor at the post began a new epoch behind entry {seq, number}. Make sure with the post that it was meant.',
  'alert.lost':
    'The post’s laptop was reported lost. The report of the breach is due within 72 hours: open the post for the figures.',

  'enrol.title': 'Invite a post to this hub',
  'enrol.name': 'Name of the post',
  'enrol.nameHow': 'as on its sign, such as Km 98',
  'enrol.mode': 'Kind of post',
  'enrol.mode.real': 'Real',
  'enrol.mode.practice': 'Practice',
  'enrol.by': 'It sends',
  'enrol.by.wire': 'By wire',
  'enrol.by.stick': 'Only by stick',
  'enrol.address': 'The hub’s address, as the post sees it',
  'enrol.local':
    'Only the hub’s own computer sees this address. A post elsewhere needs the hub’s name or address in the network.',
  'enrol.nameless': 'Fill in the name of the post first.',
  'enrol.addressless': 'The address has to begin with https:// or http://, and has neither ? nor #.',
  'enrol.invite': 'Make the invitation',
  'enrol.for': 'Invitation for {name}',
  'enrol.practice': 'PRACTICE',
  'enrol.scan': 'At the post: IT signs in, opens Sync, presses Enrol with a hub, and scans this code.',
  'enrol.carry':
    'The post takes sticks alone: save the file to one and carry it there; IT opens Sync, presses Enrol with a hub, and chooses the stick.',
  'enrol.compare':
    'When the post telephones, read out the LAST four groups of this fingerprint: they are typed there and compared. Where the post says that they differ, do not enrol.',
  'enrol.fingerprint': 'Fingerprint of the hub’s key: {fingerprint}',
  'enrol.until': 'Good once, until {untilAt}. A photograph of the code is the invitation: show it to this post alone.',
  'enrol.until.file':
    'Good once, until {untilAt}. Whoever has the file has the invitation: give it to this post alone, then take it off the stick.',
  'enrol.qr': 'QR code of the invitation',
  'enrol.drawing': 'Drawing the code…',
  'enrol.undrawn': 'This browser cannot draw the code. Save the file and carry it to the post on a stick.',
  'enrol.save': 'Save the invitation',
  'enrol.another': 'Invite another post',
  'enrol.waits': 'The post has not enrolled yet. This page notices by itself when it has.',
  'enrol.came': '{name} is enrolled.',

  'backup.title': 'Copies of this hub',
  'backup.none':
    'There is NO copy that was restored on trial: what posts have erased is lost with this hub. Make a copy today.',
  'backup.at': 'Newest copy that was restored on trial',
  'backup.waiting': 'In no copy yet',
  'backup.entries': '{waiting, plural, one {# entry} other {# entries}}',
  'backup.untried':
    'A copy of {untriedAt} was restored by nobody: it does not count yet. Restore it on another machine, and give the word that is printed there.',
  'backup.old': 'The newest copy is more than a day old. Make one today.',
  'backup.fine': 'There is a copy of the last day, and it was restored on trial.',
  'backup.never': 'none yet',
  'backup.how': 'How to',
  'backup.own.1': 'At the hub: npx chot-hub backup --data FOLDER FILE',
  'backup.own.2':
    'Carry the file to another machine: npx chot-hub restore --data NEW_FOLDER FILE --key KEYFILE; it prints a word.',
  'backup.own.3':
    'Back at the hub: npx chot-hub backup --data FOLDER --confirm WORD. From then on the copy counts, and the posts are told.',
  'backup.elsewhere.1':
    'The database is on a server of your own (DATABASE_URL): whoever operates it makes a copy and restores it on trial.',
  'backup.elsewhere.2':
    'Then say so: npx chot-hub backup --data FOLDER --registered TIME. From then on the copy counts, and the posts are told.',
  'backup.recovery': 'There is NO recovery key of the province. Stop the hub and open it again with --recovery KEY.',
  'backup.database': 'Database',
  'backup.server':
    '{server, select, own {the one that comes along, in the data folder} other {on a server of your own (DATABASE_URL)}}',
  'backup.version': 'Version of the hub',
  'backup.key': 'Fingerprint of the hub’s key',
}

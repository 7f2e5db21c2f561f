/** Verify: QR text to verdict. */
export { checkPeriod } from './check-period.ts'
export { judgeCommand, judgePart } from './uncertified.ts'
export { verify, verifyWithIssuer, type Circumstances } from './verify.ts'

/** QR codes, written: their modules, and pictures of them. */
export { darkPath, quietZone, type QrMatrix } from '../../shared/barcode/dark-path.ts'
export { qrMatrix, type Correction } from './qr-code.ts'
export { qrPng, qrSvg } from './qr-picture.ts'

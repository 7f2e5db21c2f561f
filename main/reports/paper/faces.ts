/**
 * The four faces of the letters: Tinos, made to the widths of Times New Roman, which the decree asks for and nobody may ship.
 * Whole files: of the fonts that are split for web pages none has every letter of Vietnamese.
 */
import { readFileSync } from 'node:fs'
import { shippedFile } from '../../files/index.ts'

export const faces = ['regular', 'italic', 'bold', 'bold-italic'] as const
export type Face = (typeof faces)[number]

const places: Record<Face, string> = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  'bold-italic': '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
}

/** The bytes of a face. */
export const readFace = (face: Face): Buffer => readFileSync(shippedFile(places[face]))

/** Images: the codes in a picture file, for the command line. */
export { readImage, type ImageAnswer } from './read-image.ts'

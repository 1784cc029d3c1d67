/** PNG, in and out: the only place where limner reads or writes the format. */
export { addPngText } from './png/add-text.ts';
export { decodePng } from './png/decode.ts';
export { encodePng } from './png/encode.ts';
export { readPngSize } from './png/header.ts';
export { stripPngText } from './png/strip-text.ts';

/** Bytes of the files of all publications together, where nothing else is said. */
export const PUBLICATION_FILES_BYTES = 4_294_967_296;

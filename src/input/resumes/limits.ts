/** What a resume may take, checked before it is taken. No honest one comes near. */
export const RESUME_LIMITS = {
  /** Of a file as it lies on the disk. */
  bytes: 20_000_000,
  /** Of all files that an archive unpacks to; checked by its directory, and again while unpacking. */
  unpackedBytes: 50_000_000,
  /** Files in an archive. */
  archiveEntries: 2000,
  /** Of a PDF. */
  pages: 50,
  /** Of the text in all. */
  characters: 200_000,
  lines: 5_000,
  /** For a PDF, in seconds. An honest one takes less than one, on a busy machine some more. */
  seconds: 60,
  /** More than there was before a PDF was opened, in megabytes. */
  megabytes: 700,
  /** Levels of elements in the XML of a DOCX. */
  depth: 200,
} as const;

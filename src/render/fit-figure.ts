/** Width and height in one unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Gives the size of a picture in the room of a page: its own where it fits, else as large as fits, never distorted. */
export function fitFigure({ width, height }: Size, room: Size): Size {
  const scale = Math.min(1, room.width / width, room.height / height);
  return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
}

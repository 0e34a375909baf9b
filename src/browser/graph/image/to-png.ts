import type { SvgPicture } from "./to-svg.ts";

/** Sharp on screens of double density. */
const wanted = 2;
/** Browsers paint no canvas longer than 16 384 pixels a side, Safari none of more than 67 million. */
const longestSide = 16_000;
const mostPixels = 60_000_000;

/** Picture pixels for a canvas pixel: 2, or less where the whole would be more than browsers paint. */
export const pngScale = ({ width, height }: Omit<SvgPicture, "svg">): number =>
  Math.min(wanted, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));

/** Paints a picture as PNG in this browser; fails when it has not the memory. */
export async function toPng(picture: SvgPicture): Promise<Blob> {
  const scale = pngScale(picture);
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(picture.width * scale);
  canvas.height = Math.floor(picture.height * scale);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser lends no canvas to paint on");
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("The browser could not write the picture");
  return blob;
}

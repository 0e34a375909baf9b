/**
 * Fetches the workspace's logo as a picture to draw: fetched it needs no more of the page's policy than our calls do, where an image
 * element would need `img-src`. Null when it cannot be had.
 */
export const fetchLogo = async (url: string): Promise<ImageBitmap | null> => {
  try {
    const response = await fetch(url, { credentials: "omit" });
    return response.ok ? await createImageBitmap(await response.blob()) : null;
  } catch {
    return null;
  }
};

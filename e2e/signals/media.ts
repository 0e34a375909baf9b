/** Half a minute of silence that plays at full volume when "Listen" is pressed: sound as far as anybody can tell. */
export const recording = `<button onclick="recording.play()">Listen</button><audio id="recording"></audio><script>{
  const rate = 8000, size = 30 * rate, file = new DataView(new ArrayBuffer(44 + size));
  const write = (at, text) => [...text].forEach((letter, i) => file.setUint8(at + i, letter.charCodeAt(0)));
  write(0, "RIFF"); file.setUint32(4, 36 + size, true); write(8, "WAVEfmt "); file.setUint32(16, 16, true);
  file.setUint16(20, 1, true); file.setUint16(22, 1, true); file.setUint32(24, rate, true); file.setUint32(28, rate, true);
  file.setUint16(32, 1, true); file.setUint16(34, 8, true); write(36, "data"); file.setUint32(40, size, true);
  for (let at = 44; at < 44 + size; at += 1) file.setUint8(at, 128);
  recording.src = URL.createObjectURL(new Blob([file], { type: "audio/wav" }));
}</script>`;

/** A film without end that begins by itself, with these attributes. */
export const film = (
  attributes: string,
): string => `<video id="film" ${attributes}></video><script>{
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  setInterval(() => { pen.fillStyle = "hsl(" + Date.now() % 360 + " 50% 50%)"; pen.fillRect(0, 0, 300, 150); }, 50);
  film.srcObject = canvas.captureStream(20);
  film.play();
}</script>`;

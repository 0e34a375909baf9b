/** Sends one file up and answers with the HTTP status, 0 without any; never rejects. The same id again is the same file. */
export type Upload = (
  file: File,
  options: {
    readonly id: string;
    readonly token: string;
    /** 0 to 1. */
    readonly onProgress: (progress: number) => void;
    readonly onStart: (stop: () => void) => void;
  },
) => Promise<number>;

/** 10 MB over a bad line; the server hangs up much sooner on one where nothing moves. */
const timeoutMs = 300_000;

/** Uploads by XMLHttpRequest, since `fetch` does not tell how far it is. */
export const createUpload =
  (apiUrl: string): Upload =>
  (file, { id, token, onProgress, onStart }) =>
    new Promise((resolve) => {
      const call = new XMLHttpRequest();
      // Not encodeURIComponent, which throws at half a character.
      const query = new URLSearchParams({ id, name: file.name });
      call.open("POST", `${apiUrl}/attachments?${query}`);
      call.timeout = timeoutMs;
      call.setRequestHeader("authorization", `Bearer ${token}`);
      call.setRequestHeader("content-type", "application/octet-stream");
      call.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
      call.onloadend = () => resolve(call.status);
      onStart(() => call.abort());
      call.send(file);
    });

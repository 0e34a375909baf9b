import type { MessageBody } from "#contract";
import { formatBytes } from "#browser/ui";
import { IconFile } from "@tabler/icons-react";
import { useState } from "react";

/** A file to be shown: of a message, or on its way with one and still without an address. */
interface ShownFile {
  readonly name: string;
  readonly bytes: number | null;
  readonly url?: string;
  readonly content_type?: string;
}

/** Addresses that become links: of our own files, and those the contract lets through as web addresses. */
const isLink = (url: string) => /^(https?:\/\/|\/api\/v1\/attachments\/)/i.test(url);
/** Our own pictures that cannot do anything are drawn; one from elsewhere would tell its server who reads. */
const isDrawn = ({ url = "", content_type = "" }: ShownFile) =>
  url.startsWith("/api/v1/attachments/") && /^image\/(png|jpeg|gif|webp|avif)$/.test(content_type);

const FileRow = ({ name, bytes }: Pick<ShownFile, "name" | "bytes">) => (
  <span className="thread-file">
    <IconFile size={18} aria-hidden />
    <span className="thread-file-name">{name}</span>
    {bytes !== null && <span className="thread-file-size">{formatBytes(bytes)}</span>}
  </span>
);

const Picture = ({ file }: { readonly file: ShownFile }) => {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return <FileRow {...file} />;
  return (
    // the frame has its size before the picture comes, so that nothing jumps
    <img
      className="thread-picture"
      src={file.url}
      alt={file.name}
      loading="lazy"
      decoding="async"
      onError={() => setIsBroken(true)}
    />
  );
};

const Attachment = ({ file }: { readonly file: ShownFile }) => {
  if (file.url === undefined || !isLink(file.url)) return <FileRow {...file} />;
  return (
    <a href={file.url} target="_blank" rel="noopener noreferrer nofollow">
      {isDrawn(file) ? <Picture file={file} /> : <FileRow {...file} />}
    </a>
  );
};

/** The files of a message: pictures in frames, all else in rows that save the file. */
export const Attachments = ({
  files = [],
}: {
  readonly files: readonly ShownFile[] | MessageBody["attachments"] | undefined;
}) =>
  files.length === 0 ? null : (
    <ul className="thread-attachments" aria-label="Attachments">
      {files.map((file, index) => (
        // two files of a message may have the same name, and nothing else tells those on their way apart
        <li key={`${index} ${file.name}`}>
          <Attachment file={file} />
        </li>
      ))}
    </ul>
  );

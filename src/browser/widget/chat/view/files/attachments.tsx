import type { VisitorMessageBody } from "#contract";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { OutgoingFile } from "../../files/chosen-file.ts";
import { FileRow } from "./file-row.tsx";
import { useTexts } from "../../texts/index.ts";

type Placed = NonNullable<VisitorMessageBody["attachments"]>[number];
type ShownFile = Pick<Placed, "name" | "bytes"> &
  Partial<Pick<Placed, "url" | "content_type"> & Pick<OutgoingFile, "id">>;

interface AttachmentsProps {
  readonly files: readonly ShownFile[] | undefined;
  /** Null for an address that must not become a link. */
  readonly addressOf: (url: string) => string | null;
}

/** Pictures that are shown at once; all else is a row that saves the file. */
const drawn = /^image\/(png|jpeg|gif|webp|avif)$/;

/** The files of a message: those the server has placed, with an address, or those on their way, with none. */
export const Attachments = ({ files, addressOf }: AttachmentsProps): ComponentChildren => {
  const texts = useTexts();
  return Array.isArray(files) && files.length > 0 ? (
    <ul class="files" aria-label={texts.attachments}>
      {files.map((file) => (
        <li key={file.url ?? file.id}>
          <Attachment file={file} address={file.url === undefined ? null : addressOf(file.url)} />
        </li>
      ))}
    </ul>
  ) : null;
};

const Attachment = ({
  file: { name, content_type = "", bytes },
  address,
}: {
  readonly file: ShownFile;
  readonly address: string | null;
}): ComponentChildren => {
  const [isBroken, setIsBroken] = useState(false);
  if (address === null) return <FileRow name={name} bytes={bytes} />;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {drawn.test(content_type) && !isBroken ? (
        // The frame has its size before the picture comes, so that nothing jumps.
        <img
          class="picture"
          src={address}
          alt={name}
          loading="lazy"
          decoding="async"
          onError={() => setIsBroken(true)}
        />
      ) : (
        <FileRow name={name} bytes={bytes} />
      )}
    </a>
  );
};

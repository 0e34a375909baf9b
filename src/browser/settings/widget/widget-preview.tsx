import type { WidgetConfigBody } from "#contract";
import type { WidgetSettings } from "#core/domain";
import { SegmentedControl } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";

/** Typing shall not start the widget anew with every key. */
const settleMs = 300;

const shades = [
  { value: "as_set", label: "As set" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];
const widths = [
  { value: "wide", label: "Computer" },
  { value: "narrow", label: "Phone" },
];
const states = [
  { value: "open", label: "Open" },
  { value: "closed", label: "Closed" },
];

/** The real widget on a pretended page, with the settings as they are written now; it talks to no server. */
export const WidgetPreview = ({
  settings,
  logoPath,
  workspaceName,
  language,
}: {
  settings: WidgetSettings;
  logoPath: string | null;
  workspaceName: string;
  language: WidgetSettings["language"]["fixed"];
}) => {
  const [shade, setShade] = useState("as_set");
  const [width, setWidth] = useState("wide");
  const [state, setState] = useState("open");
  const [isReady, setIsReady] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);
  const message = useMemo(() => {
    const scheme = shade === "light" || shade === "dark" ? shade : settings.theme.color_scheme;
    const config: WidgetConfigBody = {
      workspace_name: workspaceName,
      language,
      armed: [],
      theme: { ...settings.theme, color_scheme: scheme, logo_path: logoPath },
      texts: settings.texts,
      language_choice: { mode: "fixed", fixed: language },
      privacy: { respect_gpc: false, respect_dnt: false, consent_required: false },
      identity: { mode: "off", signed_in_only: false },
      attachments: settings.attachments,
    };
    return { type: "preview", config, isOpen: state === "open" };
  }, [settings, logoPath, workspaceName, language, shade, state]);

  useEffect(() => {
    const listen = (event: MessageEvent): void => {
      if (event.source === frame.current?.contentWindow && event.data === "preview ready")
        setIsReady(true);
    };
    window.addEventListener("message", listen);
    return () => window.removeEventListener("message", listen);
  }, []);
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(
      () => frame.current?.contentWindow?.postMessage(message, window.location.origin),
      settleMs,
    );
    return () => clearTimeout(timer);
  }, [message, isReady]);

  return (
    <aside className="settings-preview" aria-label="Preview">
      <div className="settings-preview-tools">
        <SegmentedControl aria-label="Chat" data={states} value={state} onChange={setState} />
        <SegmentedControl aria-label="Shade" data={shades} value={shade} onChange={setShade} />
        <SegmentedControl aria-label="Screen" data={widths} value={width} onChange={setWidth} />
      </div>
      <div className="settings-preview-frame" data-narrow={width === "narrow" || undefined}>
        <iframe ref={frame} src="/widget/preview" title="The widget as visitors will see it" />
      </div>
    </aside>
  );
};

/** What a site's owner puts into its pages. `server` ends without a slash. */
export interface InstallFacts {
  readonly server: string;
  readonly key: string;
}

/** How one kind of site takes the widget in: what to do, step by step, and what to paste. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  readonly code: string;
}

const tag = ({ server, key }: InstallFacts): string =>
  `<script async src="${server}/widget/widget.js?key=${key}"></script>`;

/** Ways to install, the plainest first. */
export const toSnippets = (facts: InstallFacts): readonly Snippet[] => [
  {
    id: "html",
    title: "HTML",
    steps: [
      "Put this before </body> on every page, or once into the template that all pages share.",
    ],
    code: tag(facts),
  },
  {
    id: "react",
    title: "React",
    steps: [
      "Render this component once, at the root of your app.",
      "Navigation within the app is understood; nothing has to be called on a new page.",
    ],
    code: `import { useEffect } from "react";

export function SupportChat() {
  useEffect(() => {
    const src = "${facts.server}/widget/widget.js?key=${facts.key}";
    if (document.querySelector(\`script[src="\${src}"]\`)) return;
    const script = document.createElement("script");
    script.async = true;
    script.src = src;
    document.body.append(script);
  }, []);
  return null;
}`,
  },
  {
    id: "shopify",
    title: "Shopify",
    steps: [
      "In the admin open Online Store → Themes, and at your theme choose … → Edit code.",
      "Open layout/theme.liquid and paste this on the line before </body>.",
      "Save. Shopify's own checkout runs no scripts of the theme, so the widget stands on all other pages.",
    ],
    code: tag(facts),
  },
  {
    id: "wordpress",
    title: "WordPress",
    steps: [
      "Paste this at the end of your child theme's functions.php, or into a plugin for code snippets.",
      "With WooCommerce, shop pages are recognised by themselves.",
    ],
    code: `add_action('wp_footer', function () {
  echo '${tag(facts)}';
});`,
  },
];

/** The lines that a site with a Content Security Policy adds. */
export const toPolicyLines = ({ server }: InstallFacts): string =>
  `script-src ${server}; connect-src ${server} ${server.replace(/^http/, "ws")}`;

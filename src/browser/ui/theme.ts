import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#e9f7f5",
  "#d3ece9",
  "#a5d8d2",
  "#74c3ba",
  "#4db1a6",
  "#2f9e93",
  "#158379",
  "#0d6e66",
  "#0a5a54",
  "#074842",
];
const gray: MantineColorsTuple = [
  "#f8f8f6",
  "#f1f1ee",
  "#e7e7e3",
  "#d9d9d4",
  "#bdbdb7",
  "#94948e",
  "#6b6b66",
  "#52524e",
  "#383835",
  "#222220",
];
const red: MantineColorsTuple = [
  "#fdeeec",
  "#fbdbd7",
  "#f4b6af",
  "#ee8f85",
  "#e86d60",
  "#de4d3f",
  "#d03a2e",
  "#c0271c",
  "#a31f16",
  "#831811",
];
const dark: MantineColorsTuple = [
  "#e6e6e2",
  "#c5c5c0",
  "#a0a09a",
  "#73736e",
  "#3d3d3b",
  "#313130",
  "#272726",
  "#1c1c1b",
  "#161615",
  "#0f0f0e",
];

const sans =
  'ui-sans-serif, -apple-system, "Segoe UI Variable Text", "Segoe UI", Inter, Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** Look of every screen: warm greys, one petrol accent, 14 px text, tight radii. */
export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, gray, red, dark },
  black: "#1f1f1d",
  autoContrast: false,
  fontFamily: sans,
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", "Liberation Mono", monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.35", sm: "1.4", md: "1.5", lg: "1.5", xl: "1.3" },
  headings: {
    fontFamily: sans,
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "1.125rem", lineHeight: "1.35" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
    },
  },
  defaultRadius: "sm",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "20px" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    PasswordInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm" } },
    NumberInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", checkIconPosition: "right" } },
    MultiSelect: { defaultProps: { size: "sm" } },
    SegmentedControl: { defaultProps: { size: "xs" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "md" } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, fz: "xs", zIndex: 9_000 } },
    Menu: { defaultProps: { shadow: "md", position: "bottom-end" } },
    Modal: {
      styles: { title: { fontWeight: 620 } },
      defaultProps: {
        centered: true,
        radius: "lg",
        overlayProps: { backgroundOpacity: 0.4 },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
    Popover: { defaultProps: { shadow: "md" } },
  },
});

/** Named surfaces and inks; screens use these and never a palette number. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-dimmed": "#65655f",
    "--mantine-color-default-border": "#dcdcd7",
    "--surface-page": "#ffffff",
    "--surface-sunken": "#f7f7f4",
    "--surface-hover": "#f1f1ee",
    "--surface-selected": "#e4f1ef",
    "--surface-note": "#fdf4d8",
    "--surface-own": "#e3f1ef",
    "--line-soft": "#eaeae6",
    "--line": "#dcdcd7",
    "--ink": "#1f1f1d",
    "--ink-muted": "#65655f",
    "--ink-note": "#6f4f00",
    "--accent": "#0d6e66",
    "--accent-soft": "#d3ece9",
    "--shadow-card": "0 1px 2px rgb(0 0 0 / 5%), 0 4px 16px rgb(0 0 0 / 6%)",
  },
  dark: {
    "--mantine-color-body": "#1c1c1b",
    "--mantine-color-dimmed": "#a6a6a0",
    "--mantine-color-default-border": "#3a3a38",
    "--surface-page": "#1c1c1b",
    "--surface-sunken": "#161615",
    "--surface-hover": "#272726",
    "--surface-selected": "#1d3532",
    "--surface-note": "#37301a",
    "--surface-own": "#1d3532",
    "--line-soft": "#2b2b29",
    "--line": "#3a3a38",
    "--ink": "#ecece8",
    "--ink-muted": "#a6a6a0",
    "--ink-note": "#f0d488",
    "--accent": "#4fc4b8",
    "--accent-soft": "#1f4642",
    "--shadow-card": "0 1px 2px rgb(0 0 0 / 40%), 0 6px 20px rgb(0 0 0 / 35%)",
  },
});

import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";

const option = (value: "auto" | "light" | "dark", label: string, icon: React.ReactNode) => ({
  value,
  label: (
    <span title={label} style={{ display: "grid", placeItems: "center", height: 18 }}>
      {icon}
      <span
        style={{
          position: "absolute",
          width: 1,
          height: 1,
          overflow: "hidden",
          clipPath: "inset(50%)",
        }}
      >
        {label}
      </span>
    </span>
  ),
});

/** Chooses light, dark or what the system says. */
export const ThemeSwitch = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      aria-label="Colours"
      value={colorScheme}
      onChange={(value) => setColorScheme(value === "light" || value === "dark" ? value : "auto")}
      data={[
        option("auto", "As the system", <IconDeviceDesktop size={14} />),
        option("light", "Light", <IconSun size={14} />),
        option("dark", "Dark", <IconMoon size={14} />),
      ]}
    />
  );
};

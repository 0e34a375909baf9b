import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "src/browser/app",
  base: "/app/",
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: "../../../build/app",
    emptyOutDir: true, // light-dark() as written: lowered, it would not follow the theme switch
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    chunkSizeWarningLimit: 1500,
  },
});

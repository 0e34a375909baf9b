import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "src/browser/app",
  base: "/app/",
  publicDir: false,
  plugins: [react()],
  build: { outDir: "../../../build/app", emptyOutDir: true, chunkSizeWarningLimit: 1500 },
});

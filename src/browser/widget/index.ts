/** Nobody imports the widget: `loader.ts` becomes widget.js, `chat/index.tsx` becomes chat.js. */
export {};

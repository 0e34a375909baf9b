/** Everything the widget says, in English. Another language is another pair of the same shape. */
/** What is said before the chat has come; widget.js carries these, so they are few. */
export const loaderTexts = {
  region: "Chat",
  open: "Open chat",
  loadFailed: "The chat could not be loaded. Please try again.",
};

export const launcherTexts = {
  open: loaderTexts.open,
  close: "Close chat",
  unread: (count: number): string =>
    count === 1 ? "1 unread message" : `${count} unread messages`,
};

export const chatTexts = {
  welcomeTitle: "Hello there",
  welcome: "Ask us anything. We read every message and answer right here.",
  whoAnswers: "We answer right here",
  willAnswer: (name: string): string => `${name} will answer right here`,
  talksWithYou: (name: string): string => `${name} is talking with you`,
  you: "You",
  team: "Team",
  byAi: "written by AI",
  attachments: "Attachments",
  log: "Messages",
  close: "Close chat",
  composerLabel: "Your message",
  composerHint: "Write a message…",
  emailLabel: "Your e-mail address",
  emailHint: "name@example.com",
  answerHint: "Write your answer…",
  choiceHint: "Choose above, or write…",
  send: "Send",
  quickReplies: "Suggested answers",
  typing: (name: string | null): string => (name === null ? "Writing…" : `${name} is writing…`),
  sending: "Sending…",
  waiting: "Not sent yet. Trying again…",
  sent: "Sent",
  read: "Read",
  failed: "Not sent.",
  retry: "Try again",
  discard: "Remove",
  loading: "Loading the conversation…",
  loadFailedTitle: "We cannot load your messages",
  loadFailed: "Please check your connection. What you write is kept and sent as soon as possible.",
  offline: "You are offline. Messages are sent when you are back.",
  connecting: "Trying to reach us again…",
  earlier: "Show earlier messages",
  newMessages: "New messages",
  closed: "This conversation is closed. Write again any time.",
  today: "Today",
  yesterday: "Yesterday",
  previewFrom: (name: string): string => `Message from ${name}`,
  previewOpen: "Open the conversation",
  previewDismiss: "Dismiss",
  tooLong: (limit: number): string =>
    `A message can have at most ${limit.toLocaleString("en")} characters.`,
};

import type {
  AnsweringBody,
  StartedVisitBody,
  VisitorConversationBody,
  VisitorMessageBody,
  WidgetConfigBody,
} from "#contract";

const id = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const at = (minutesAgo: number): string => new Date(Date.now() - minutesAgo * 60_000).toISOString();

const conversation: VisitorConversationBody = {
  id: id(1),
  status: "open",
  last_sequence: 3,
  contact_read_sequence: 3,
  member_read_sequence: 2,
  assignee_name: "Ada",
  is_automated: false,
  unread_count: 0,
  last_activity_at: at(1),
  preview: "…",
};

const answering: AnsweringBody = { is_online: true, next_open: null, has_email: true };

const message = (
  sequence: number,
  author: VisitorMessageBody["author"],
  text: string,
  quickReplies: VisitorMessageBody["quick_replies"] = [],
): VisitorMessageBody => ({
  id: id(10 + sequence),
  conversation_id: conversation.id,
  sequence,
  author,
  text,
  quick_replies: quickReplies,
  quick_reply_id: null,
  answer_input: null,
  attachments: [],
  delivery: "sent",
  sent_at: at(4 - sequence),
});

/** Words of a talk as it may be, in the widget's languages. */
const talks: Readonly<Record<string, readonly [string, string, string]>> = {
  en: ["Hello! What can we do for you?", "Where is my order A-1017?", "It left our house today."],
  de: [
    "Hallo! Was dürfen wir für Sie tun?",
    "Wo ist meine Bestellung A-1017?",
    "Sie hat heute unser Haus verlassen.",
  ],
  fr: [
    "Bonjour ! Que pouvons-nous faire pour vous ?",
    "Où est ma commande A-1017 ?",
    "Elle est partie aujourd’hui.",
  ],
  es: ["¡Hola! ¿Qué podemos hacer por usted?", "¿Dónde está mi pedido A-1017?", "Ha salido hoy."],
};

const talkIn = (language: string): readonly VisitorMessageBody[] => {
  const [greeting, question, answer] = talks[language] ?? talks["en"] ?? ["", "", ""];
  return [
    message(1, { kind: "workflow", name: null }, greeting),
    message(2, { kind: "contact", name: null }, question),
    message(3, { kind: "member", name: "Ada" }, answer),
  ];
};

const visit: StartedVisitBody = {
  visitor_token: "preview",
  contact_id: id(2),
  visitor_session_id: id(3),
};

/** Answers the widget's calls as a server with one talk would; whatever is sent is taken and forgotten. */
export const answerPreview = (path: string, config: WidgetConfigBody | null): Response => {
  const json = (body: unknown): Response => Response.json(body);
  if (path.endsWith("/config"))
    return config === null ? new Response(null, { status: 404 }) : json(config);
  if (path.endsWith("/visits")) return json(visit);
  if (path.endsWith("/conversations")) return json({ items: [conversation], answering });
  if (path.endsWith("/messages"))
    return json({ items: talkIn(config?.language ?? "en"), has_more: false, conversation });
  return new Response(null, { status: 204 });
};

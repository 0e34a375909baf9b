import type { ContactBody, ConversationDetailBody } from "#contract";
import { ApiProblem, explainError, useChangeContact } from "#browser/data";
import { Avatar, InlineEdit, RelativeTime, StatePill, type Tone } from "#browser/ui";
import { z } from "zod";
import { Fact, Section } from "./section.tsx";

const verificationWords: Readonly<
  Record<
    ContactBody["email_verification"],
    { readonly text: string; readonly tone: Tone; readonly title: string } | null
  >
> = {
  none: null,
  claimed: {
    text: "Unproven",
    tone: "waiting",
    title: "Typed by the contact; nobody has shown that it is theirs",
  },
  proven: {
    text: "Proven",
    tone: "good",
    title: "The contact has shown that they receive mail there",
  },
  signed: { text: "Signed", tone: "good", title: "Vouched for by your own server" },
};

const useSaveField = (contactId: string) => {
  const change = useChangeContact(contactId);
  return async (fields: Parameters<typeof change.mutateAsync>[0]) => {
    try {
      await change.mutateAsync(fields);
      return null;
    } catch (error) {
      return error instanceof ApiProblem && error.code === "still_handling"
        ? null
        : explainError(error);
    }
  };
};

const emailSchema = z.email().max(320);

const Email = ({ contact }: { contact: ContactBody }) => {
  const save = useSaveField(contact.id);
  const words = contact.email === null ? null : verificationWords[contact.email_verification];
  return (
    <>
      <InlineEdit
        label="e-mail"
        value={contact.email}
        placeholder="Add an e-mail"
        inputType="email"
        onSave={async (email) =>
          email === null || emailSchema.safeParse(email).success
            ? save({ email })
            : "This is not an e-mail address"
        }
      />
      {words !== null && (
        <span title={words.title}>
          <StatePill tone={words.tone}>{words.text}</StatePill>
        </span>
      )}
    </>
  );
};

/** The page the visitor is on, its host left out since it is the team's own. */
const toPath = (address: string) => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url === null ? address : url.pathname + url.search;
};

const Visitor = ({ visitor }: { visitor: NonNullable<ConversationDetailBody["visitor"]> }) => (
  <Section
    title="On the site"
    aside={visitor.is_connected ? <StatePill tone="good">Here now</StatePill> : undefined}
  >
    <div className="inbox-page">
      <a
        href={visitor.page_url}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="inbox-page-title"
      >
        {visitor.page_title === "" ? toPath(visitor.page_url) : visitor.page_title}
      </a>
      <div className="inbox-page-path">{toPath(visitor.page_url)}</div>
      <div className="inbox-muted">
        {visitor.device === "unknown" ? "" : `${visitor.device}, `}seen{" "}
        <RelativeTime at={visitor.last_seen_at} style="long" />
      </div>
    </div>
  </Section>
);

const languageName = (tag: string) => {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(tag) ?? tag;
  } catch (error) {
    // a tag a browser made up
    if (error instanceof RangeError) return tag;
    throw error;
  }
};

/** Who the contact is, with what can be put right by hand, and where they are on the site. */
export const ContactSection = ({
  contact,
  visitor,
}: Pick<ConversationDetailBody, "contact" | "visitor">) => {
  const save = useSaveField(contact.id);
  const custom = Object.entries(contact.custom);
  return (
    <>
      <div className="inbox-contact">
        <Avatar name={contact.display_name} size={44} />
        <div className="inbox-contact-text">
          <div className="inbox-contact-name">
            <InlineEdit
              label="name"
              value={contact.name}
              placeholder={contact.display_name}
              onSave={(name) => save({ name })}
            />
          </div>
          <div className="inbox-contact-email">
            <Email contact={contact} />
          </div>
        </div>
      </div>
      {visitor !== null && <Visitor visitor={visitor} />}
      <Section title="Contact">
        <dl className="inbox-facts">
          <Fact name="Stage">{contact.lifecycle_stage}</Fact>
          {contact.phone !== null && <Fact name="Phone">{contact.phone}</Fact>}
          {contact.external_id !== null && <Fact name="Id">{contact.external_id}</Fact>}
          {contact.language !== null && (
            <Fact name="Language">{languageName(contact.language)}</Fact>
          )}
          {contact.timezone !== null && <Fact name="Time zone">{contact.timezone}</Fact>}
          <Fact name="First seen">
            <RelativeTime at={contact.first_seen_at} style="long" />
          </Fact>
          {contact.tags.length > 0 && <Fact name="Tags">{contact.tags.join(", ")}</Fact>}
          {custom.map(([name, value]) => (
            <Fact key={name} name={name}>
              {typeof value === "string" ? value : JSON.stringify(value)}
            </Fact>
          ))}
        </dl>
      </Section>
    </>
  );
};

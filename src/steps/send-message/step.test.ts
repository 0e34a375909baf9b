import { aContact, aStepContext, bindStep, problemsOf } from "#testing/builders";
import { expect, it } from "vitest";
import { sendMessage } from "./step.ts";

const send = (text: string, context = aStepContext()) =>
  bindStep(sendMessage, { text }).enter(context);

it("sends the text with its variables filled in and leaves by next", () => {
  const context = aStepContext({ contact: aContact({ name: "Mia Berg" }) });
  expect(send("Hi {{ contact.first_name }}", context)).toEqual({
    kind: "leave",
    path: "next",
    effects: [{ type: "send_message", text: "Hi Mia", quickReplies: [] }],
  });
});

it("shows a value as it is, whatever Markdown it holds", () => {
  const context = aStepContext({ variables: { said: "**[you](javascript:x)**" } });
  expect(send("You said {{ said }}", context).effects).toEqual([
    {
      type: "send_message",
      text: "You said \\*\\*\\[you\\](javascript:x)\\*\\*",
      quickReplies: [],
    },
  ]);
});

it("notes a value that is missing and renders nothing", () => {
  const notes: { [name: string]: string }[] = [];
  expect(send("[{{ nothing }}]", aStepContext({}, notes)).effects).toMatchObject([{ text: "[]" }]);
  expect(notes).toEqual([{ missing_value: "nothing" }]);
});

it.each([
  [{}, ["text: this is missing"]],
  [{ text: "  " }, ["text: write the message"]],
  [{ text: "{{ a" }, ["text: “{{” at character 1 has no “}}”"]],
  [
    { text: "{{ a | shout }}" },
    [expect.stringContaining("text: there is no filter “shout”; choose from default, upcase")],
  ],
  [
    { text: "a", quick_replies: [{ id: "a", label: "" }] },
    ["quick_replies.0.label: a quick reply needs a label"],
  ],
  [{ text: "a", colour: "red" }, [": there is no setting “colour” here"]],
])("refuses %j", (config, problems) => {
  expect(problemsOf(sendMessage, config)).toEqual(problems);
});

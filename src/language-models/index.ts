/** Language models: one port, one file per provider, and one fake that tests and demos script. */
export { type FakeModel, type FakeReply, createFakeModel } from "./fake.ts";
export {
  type Model,
  type ModelAnswerOptions,
  type ModelOutput,
  type ModelRequest,
  modelOutputSchema,
} from "./model.ts";

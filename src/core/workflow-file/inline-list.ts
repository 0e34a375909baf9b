import { YAMLSeq } from "yaml";

/** A list on one line, `[1, 2]`, as formatters write it: without the spaces that a map has inside its braces. */
export class InlineList extends YAMLSeq {
  override flow = true;

  override toString(
    context: Parameters<YAMLSeq["toString"]>[0],
    onComment?: () => void,
    onChompKeep?: () => void,
  ): string {
    return super.toString(
      context === undefined ? context : { ...context, flowCollectionPadding: "" },
      onComment,
      onChompKeep,
    );
  }
}

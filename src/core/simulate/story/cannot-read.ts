/** @throws always: a story is written by hand, and the line that cannot be read is what its writer wants to know. */
export const cannotRead = (line: string): never => {
  throw new Error(`cannot read this line of the story: ${line}`);
};

/** Ends the script with a message for the person who started it. @returns {never} */
export function stopWith(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** Says what is being prepared: aside, since standard output belongs to the program that is started after. */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

const days: Readonly<Record<string, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
  "0": "Sunday",
  "1": "Monday",
  "2": "Tuesday",
  "3": "Wednesday",
  "4": "Thursday",
  "5": "Friday",
  "6": "Saturday",
  "7": "Sunday",
};

const number = /^\d{1,2}$/;

const dayName = (text: string): string | undefined => days[text.toLowerCase()];

const daysInWords = (field: string): string | null => {
  const [from = "", to, ...rest] = field.split("-");
  if (rest.length > 0) return null;
  if (to !== undefined) {
    const [first, last] = [dayName(from), dayName(to)];
    return first === undefined || last === undefined ? null : `${first} to ${last}`;
  }
  const names = field.split(",").map(dayName);
  const known = names.filter((name) => name !== undefined);
  if (known.length !== names.length) return null;
  const last = known.at(-1) ?? "";
  return known.length === 1 ? `every ${last}` : `${known.slice(0, -1).join(", ")} and ${last}`;
};

/** Says the common patterns of a cron line in words: "every Monday at 09:00"; null for any other, which is shown as it is. */
export const cronInWords = (cron: string): string | null => {
  const [minute = "", hour = "", day = "", month = "", weekday = "", ...rest] = cron
    .trim()
    .split(/\s+/);
  if (rest.length > 0 || month !== "*") return null;
  const every = /^\*\/(\d{1,2})$/.exec(minute)?.[1];
  if (every !== undefined && hour === "*" && day === "*" && weekday === "*")
    return `every ${every} minutes`;
  if (!number.test(minute)) return null;
  const past = minute.padStart(2, "0");
  if (hour === "*" && day === "*" && weekday === "*") return `every hour at ${past} past`;
  if (!number.test(hour)) return null;
  const at = `at ${hour.padStart(2, "0")}:${past}`;
  if (day === "*" && weekday === "*") return `every day ${at}`;
  if (day === "*") {
    const which = daysInWords(weekday);
    return which === null ? null : `${which} ${at}`;
  }
  return weekday === "*" && number.test(day) ? `on day ${day} of each month ${at}` : null;
};

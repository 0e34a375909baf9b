import { baseLanguage } from "#core/domain";

/** What is said around a code that proves an address. */
interface CodeTexts {
  readonly subject: (workspace: string) => string;
  readonly mail: (code: string) => string;
  readonly ask: (email: string) => string;
  readonly wrong: string;
  readonly remind: string;
}

/** Shows an address without saying it whole: whoever reads along learns nothing new. */
const masked = (email: string): string => {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
};

const english: CodeTexts = {
  subject: (workspace) => `Your code for ${workspace}`,
  mail: (code) =>
    `Your code is ${code}\n\nWrite it in the chat within ten minutes. If you did not ask for it, ignore this mail.`,
  ask: (email) =>
    `We have sent a code of eight characters to ${masked(email)}. Please write it here.`,
  wrong: "That is not the code. Please check the mail and try again.",
  remind: "Please write the code of eight characters from our mail.",
};

const byLanguage: { readonly [language: string]: CodeTexts } = {
  en: english,
  de: {
    subject: (workspace) => `Ihr Code für ${workspace}`,
    mail: (code) =>
      `Ihr Code lautet ${code}\n\nSchreiben Sie ihn innerhalb von zehn Minuten in den Chat. Wenn Sie ihn nicht angefordert haben, beachten Sie diese Mail nicht.`,
    ask: (email) =>
      `Wir haben einen Code aus acht Zeichen an ${masked(email)} geschickt. Bitte schreiben Sie ihn hier.`,
    wrong:
      "Das ist nicht der Code. Bitte sehen Sie in der Mail nach und versuchen Sie es noch einmal.",
    remind: "Bitte schreiben Sie den Code aus acht Zeichen aus unserer Mail.",
  },
  fr: {
    subject: (workspace) => `Votre code pour ${workspace}`,
    mail: (code) =>
      `Votre code est ${code}\n\nÉcrivez-le dans le chat dans les dix minutes. Si vous ne l’avez pas demandé, ignorez ce message.`,
    ask: (email) =>
      `Nous avons envoyé un code de huit caractères à ${masked(email)}. Veuillez l’écrire ici.`,
    wrong: "Ce n’est pas le bon code. Vérifiez le message et réessayez.",
    remind: "Veuillez écrire le code de huit caractères de notre message.",
  },
  es: {
    subject: (workspace) => `Su código para ${workspace}`,
    mail: (code) =>
      `Su código es ${code}\n\nEscríbalo en el chat en los próximos diez minutos. Si no lo ha pedido, ignore este mensaje.`,
    ask: (email) =>
      `Hemos enviado un código de ocho caracteres a ${masked(email)}. Escríbalo aquí, por favor.`,
    wrong: "Ese no es el código. Revise el correo e inténtelo de nuevo.",
    remind: "Escriba el código de ocho caracteres de nuestro correo, por favor.",
  },
};

/** The texts in a language, in English when it has none. */
export const codeTexts = (language: string): CodeTexts => {
  const base = baseLanguage(language);
  return (Object.hasOwn(byLanguage, base) ? byLanguage[base] : undefined) ?? english;
};

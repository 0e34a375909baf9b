/** A page around a form, with somewhere else to click. */
export const aroundForm = (form: string): string =>
  `<h1 id="elsewhere" style="padding: 20px">Sign up</h1>${form}<p id="below">Read <a id="terms" href="#terms">our terms</a></p>`;

const addressFields = `
  <label for="name" id="name-label">Name</label> <input id="name">
  <input id="mail" type="email" aria-label="Mail">
  <input id="phone" type="tel" aria-label="Phone">
  <input id="street" aria-label="Street">
  <textarea id="note" aria-label="Note"></textarea>
  <select id="country" aria-label="Country"><option>Austria</option><option>Brazil</option></select>`;

/** Goes to the server when it is sent; nothing is required. */
export const addressForm = aroundForm(
  `<form action="/sent">${addressFields}<button id="send">Send</button></form>`,
);

export const requiredForm = aroundForm(
  `<form action="/sent"><input id="name" required><input id="mail" type="email" required>
    <button type="button" id="plus">+</button><button id="send">Send</button></form>`,
);

/** A form whose sending the page's own script handles. */
export const scriptedForm = (onSubmit: string, attributes = ""): string =>
  aroundForm(
    `<form ${attributes}>${addressFields}<button id="send">Send</button></form>
    <script>document.forms[0].addEventListener("submit", (event) => { event.preventDefault(); ${onSubmit} });</script>`,
  );

/** A form of an application: nothing is ever submitted, a button calls the server. */
export const calledForm = (onPress: string): string =>
  aroundForm(
    `<form>${addressFields}<button type="button" id="send">Send</button></form>
    <script>document.querySelector("#send").addEventListener("click", () => { ${onPress} });</script>`,
  );

export const loginForm = aroundForm(
  `<form action="/sent"><input id="name" type="email" required><input id="mail" type="password" name="password" required>
    <button type="button" id="eye" onclick="mail.type = mail.type === 'text' ? 'password' : 'text'">Show</button>
    <button id="send">Log in</button></form>`,
);

/** Two fields inside an open shadow root, form and all. */
export const shadowedForm = aroundForm(
  `<div id="host"></div><script>
    document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML =
      '<form><input id="name" required><input id="mail" required><button id="send">Send</button></form>';
  </script>`,
);

/** Each field in a shadow root of its own, the form outside. */
export const componentForm = aroundForm(
  `<form action="/sent"><site-field name="name"></site-field><site-field name="mail"></site-field><button id="send">Send</button></form>
  <script>
    customElements.define("site-field", class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: "open" }).innerHTML = '<input id="' + this.getAttribute("name") + '">';
      }
    });
  </script>`,
);

/* The shop's own script: a cart in this browser. Nothing leaves the page. */
"use strict";

const products = {
  "halden-tent": { name: "Halden 2 tent", price: 389 },
  "ridge-pack": { name: "Ridge 38 backpack", price: 179 },
  "ember-jacket": { name: "Ember down jacket", price: 259 },
};
const storageKey = "ridgeline-cart";
const freeShippingFrom = 100;
const shippingPrice = 5;
const expressPrice = 12;

const find = (selector) => document.querySelector(selector);
const euros = (amount) => `€${amount.toLocaleString("en")}`;

const readCart = () => {
  try {
    const lines = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(lines)
      ? lines.filter((line) => Object.hasOwn(products, line.product))
      : [];
  } catch {
    return [];
  }
};

const writeCart = (lines) => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(lines));
  } catch {
    // Storage is blocked: the cart lasts as long as the page.
  }
  draw(lines);
};

const addToCart = (product, option) => {
  const lines = readCart();
  const line = lines.find((one) => one.product === product && one.option === option);
  if (line === undefined) lines.push({ product, option, quantity: 1 });
  else line.quantity += 1;
  writeCart(lines);
};

const changeQuantity = (index, by) => {
  const lines = readCart();
  lines[index].quantity += by;
  writeCart(lines.filter((line) => line.quantity > 0));
};

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const drawLine = (line, index) => {
  const { name, price } = products[line.product];
  const button = (text, label, by) => {
    const element = make("button", { type: "button", textContent: text });
    element.setAttribute("aria-label", `${label} ${name}`);
    element.addEventListener("click", () => changeQuantity(index, by));
    return element;
  };
  return make(
    "li",
    {},
    make("img", { src: `/demo/art/${line.product}.svg`, alt: "", width: 96, height: 96 }),
    make(
      "div",
      {},
      make("h2", {}, make("a", { href: `/demo/products/${line.product}`, textContent: name })),
      make("p", { className: "small", textContent: line.option }),
      make("p", { className: "price", textContent: euros(price * line.quantity) }),
    ),
    make(
      "div",
      { className: "line-actions" },
      button("−", "One less of", -1),
      make("output", { textContent: String(line.quantity) }),
      button("+", "One more of", 1),
    ),
  );
};

const setText = (selector, text) => {
  for (const element of document.querySelectorAll(selector)) element.textContent = text;
};

const draw = (lines) => {
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  const subtotal = lines.reduce(
    (sum, line) => sum + products[line.product].price * line.quantity,
    0,
  );
  const isExpress = find("input[name=speed]:checked")?.value === "express";
  const shipping = isExpress
    ? expressPrice
    : subtotal === 0 || subtotal >= freeShippingFrom
      ? 0
      : shippingPrice;
  const badge = find("[data-cart-count]");
  badge.textContent = String(count);
  badge.hidden = count === 0;
  setText("[data-cart-subtotal]", euros(subtotal));
  setText("[data-cart-shipping]", shipping === 0 ? "Free" : euros(shipping));
  setText("[data-cart-total]", euros(subtotal + shipping));
  find("[data-mini-lines]")?.replaceChildren(
    ...lines.map((line) =>
      make(
        "li",
        {},
        `${line.quantity} × ${products[line.product].name}`,
        make("span", { textContent: euros(products[line.product].price * line.quantity) }),
      ),
    ),
  );
  const list = find("[data-cart-lines]");
  if (list === null) return;
  list.replaceChildren(...lines.map(drawLine));
  find("[data-cart]").hidden = count === 0;
  find("[data-cart-empty]").hidden = count > 0;
};

find("[data-add-to-cart]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  addToCart(form.dataset.product, new FormData(form).get("option") ?? "");
  find("[data-added]").hidden = false;
});
find("[data-checkout]")?.addEventListener("change", () => draw(readCart()));
find("[data-checkout]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  writeCart([]);
  location.assign("/demo/order-confirmed");
});
window.addEventListener("storage", () => draw(readCart()));
draw(readCart());

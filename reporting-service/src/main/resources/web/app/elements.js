// Elements from data. Text is only ever text: nothing here parses HTML, so no label of a sender can become markup.
export const byId = (id) => document.getElementById(id);

/** An element with attributes (a function listens, undefined and false are left out) and children: nodes or text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/**
 * Shows other children, but only if they differ, and leaves the focus on the child of the same data-key: a refresh must
 * not take a reader's place away.
 */
export function show(parent, children) {
  const same = children.length === parent.childNodes.length
    && children.every((child, i) => child.isEqualNode(parent.childNodes[i]));
  if (same) return;
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...children);
  if (key === undefined) return;
  parent.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** Sets a text when it is another one, so that nothing is announced or painted again. */
export function write(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

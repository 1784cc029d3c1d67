/** Filters the cards, and switches the backdrop behind the pictures. */
export const FILTER_SCRIPT = `
const form = document.querySelector('.filter');
const cards = [...document.querySelectorAll('.card')];
const output = form.querySelector('output');
const nothing = document.querySelector('.nothing');
const texts = new Map();
form.hidden = false;

function textOf(card) {
  if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
  return texts.get(card);
}

function filter() {
  const words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const type = form.elements.type.value;
  const status = form.elements.status.value;
  let shown = 0;
  for (const card of cards) {
    const fits =
      (!type || card.dataset.type === type) &&
      (!status || card.dataset.status === status) &&
      words.every((word) => textOf(card).includes(word));
    card.hidden = !fits;
    if (fits) shown += 1;
  }
  output.value = shown === cards.length ? cards.length + (shown === 1 ? ' asset' : ' assets') : shown + ' of ' + cards.length;
  nothing.hidden = shown > 0 || cards.length === 0;
}

function switchBackdrop() {
  document.body.dataset.backdrop = form.elements.backdrop.value;
  document.body.style.setProperty('--chosen', form.elements['backdrop-colour'].value);
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', (event) => {
  if (event.target.name === 'backdrop-colour') form.elements.backdrop.value = 'colour';
  switchBackdrop();
  filter();
});
document.querySelector('[data-reset]').addEventListener('click', () => {
  for (const name of ['text', 'type', 'status']) form.elements[name].value = '';
  filter();
  form.elements.text.focus();
});
switchBackdrop();
filter();
`;

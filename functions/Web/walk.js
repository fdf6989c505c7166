// Along the doors: a door gets its form when it is opened, so that a street is a light page. Without this script a link in it opens the page with its form.
(() => {
  const template = document.getElementById('door-form');

  function fill(details) {
    const item = details.parentElement;
    if (details.querySelector('form'))
      return;
    const form = template.content.firstElementChild.cloneNode(true);
    [form, ...form.querySelectorAll('[id], [for]')].forEach(part => ['id', 'for', 'action'].filter(name => part.hasAttribute(name))
      .forEach(name => part.setAttribute(name, part.getAttribute(name).replace(template.dataset.door, item.id.slice(2)))));
    form.dataset.name = item.querySelector('strong').textContent.trim();
    const people = JSON.parse(item.dataset.who || '[]');
    const choice = form.querySelector('select[name=who]');
    people.forEach(([id, name]) => choice.append(new Option(name, id)));
    if (people.length === 0)
      choice.closest('.field').remove();
    details.querySelector('.open')?.remove();
    details.append(form);
  }

  // Whoever is led to the next door finds it filled at once; a door that is tapped may never get the focus.
  document.addEventListener('focusin', event => {
    const details = event.target.closest('[data-item] > details');
    if (details)
      fill(details);
  });
  document.addEventListener('toggle', event => {
    if (event.target.open && event.target.matches('[data-item] > details'))
      fill(event.target);
  }, true);
})();

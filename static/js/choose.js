// A suggestion that was picked is an answer: the form need not be sent by hand. Typed words wait for Enter.
export function choosing() {
  document.querySelectorAll('form.choose input[list]').forEach((input) => {
    input.addEventListener('input', (event) => {
      const picked = event.inputType === 'insertReplacementText' || event.inputType === undefined;
      const offered = [...input.list.options].some((option) => option.value === input.value);
      if (picked && offered) input.form.requestSubmit();
    });
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
    document.querySelector(".said").textContent = "Address copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
}

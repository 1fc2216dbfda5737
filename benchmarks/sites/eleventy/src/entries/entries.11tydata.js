export default {
  layout: "entry.njk",
  tags: ["entry"],
  permalink: ({ page }) => `${page.filePathStem.slice("/entries/".length)}.html`,
};

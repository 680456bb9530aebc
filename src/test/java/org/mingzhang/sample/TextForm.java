package org.mingzhang.sample;

/** Writes a sample as plain text, lines of at most forty characters, cells separated by tabs. */
final class TextForm {
  private static final int LINE = 40;

  private TextForm() {}

  static String write(SampleDocument sample) {
    StringBuilder text = new StringBuilder(sample.title()).append("\n\n");
    for (SampleDocument.Element element : sample.elements()) {
      switch (element) {
        case SampleDocument.Heading h -> text.append(h.text()).append('\n');
        case SampleDocument.Paragraph p -> wrap(text, p.text());
        case SampleDocument.Table t -> table(text, t);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void wrap(StringBuilder text, String paragraph) {
    for (int at = 0; at < paragraph.length(); at += LINE) {
      text.append(paragraph, at, Math.min(paragraph.length(), at + LINE)).append('\n');
    }
  }

  private static void table(StringBuilder text, SampleDocument.Table table) {
    text.append(table.caption()).append('\n');
    if (!table.unit().isEmpty()) {
      text.append("单位：").append(table.unit()).append('\n');
    }
    text.append(String.join("\t", table.header())).append('\n');
    table
        .rows()
        .forEach(
            row ->
                text.append(String.join("\t", row).replace(SampleDocument.Table.SAME, ""))
                    .append('\n'));
  }
}

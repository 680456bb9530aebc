package org.mingzhang.sample;

import java.util.List;

/** Lays a sample out as an HTML page, also the source of its PDF. */
final class HtmlForm {
  private static final String STYLE =
      """
      body{font:12pt/1.8 "Noto Serif CJK SC",SimSun,serif;max-width:40em;margin:2em auto;text-align:justify}
      h1{font-size:20pt;text-align:center;margin:6em 0 8em}h2{font-size:16pt;text-align:center}
      h3{font-size:14pt}h4{font-size:12pt}p{text-indent:2em;margin:.3em 0}
      table{border-collapse:collapse;width:100%;font-size:10pt}td,th{border:.7pt solid #000;padding:2pt 4pt}
      .unit{text-align:right;text-indent:0}.caption{text-align:center;text-indent:0;font-weight:bold}
      @media print{h1{page-break-after:always}h2{page-break-before:always}body{margin:0;max-width:none}}
      """;

  private HtmlForm() {}

  static String write(SampleDocument sample) {
    StringBuilder html =
        new StringBuilder(
            "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>");
    html.append(escape(sample.title())).append("</title><style>\n").append(STYLE);
    html.append("</style></head>\n<body>\n<h1>").append(escape(sample.title())).append("</h1>\n");
    for (SampleDocument.Element element : sample.elements()) {
      switch (element) {
        case SampleDocument.Heading h -> {
          int level = h.level() + 1;
          html.append("<h" + level + ">" + escape(h.text()) + "</h" + level + ">\n");
        }
        case SampleDocument.Paragraph p -> html.append("<p>" + escape(p.text()) + "</p>\n");
        case SampleDocument.Table t -> table(html, t);
      }
    }
    return html.append("</body></html>\n").toString();
  }

  private static void table(StringBuilder html, SampleDocument.Table table) {
    html.append("<p class=\"caption\">").append(escape(table.caption())).append("</p>\n");
    if (!table.unit().isEmpty()) {
      html.append("<p class=\"unit\">单位：").append(table.unit()).append("</p>\n");
    }
    html.append("<table><thead><tr>");
    table.header().forEach(name -> html.append("<th>" + escape(name) + "</th>"));
    html.append("</tr></thead><tbody>\n");
    for (int row = 0; row < table.rows().size(); row++) {
      html.append("<tr>");
      for (int column = 0; column < table.header().size(); column++) {
        cell(html, table.rows(), row, column);
      }
      html.append("</tr>\n");
    }
    html.append("</tbody></table>\n");
  }

  private static void cell(StringBuilder html, List<List<String>> rows, int row, int column) {
    String text = rows.get(row).get(column);
    if (text.equals(SampleDocument.Table.SAME)) {
      return;
    }
    int span = 1;
    while (row + span < rows.size()
        && rows.get(row + span).get(column).equals(SampleDocument.Table.SAME)) {
      span++;
    }
    html.append(span == 1 ? "<td>" : "<td rowspan=\"" + span + "\">")
        .append(escape(text))
        .append("</td>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

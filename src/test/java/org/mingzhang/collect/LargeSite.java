package org.mingzhang.collect;

import java.nio.charset.StandardCharsets;

/** Columns of any size: pages of a list, and the pages that its entries lead to. */
final class LargeSite {
  private static final String PROSE = "本单位2023年收入预算一百万元，支出预算一百万元。".repeat(10);

  private LargeSite() {}

  /** Serves the pages of a list; returns the address of the first. */
  static String lists(StandInSite site, int pages, int entries) {
    for (int p = 0; p < pages; p++) {
      int page = p;
      site.raw(
          "/z/index" + (p == 0 ? "" : "_" + p) + ".html",
          request -> html(list(page, pages, entries)));
    }
    return site.url("/z/index.html");
  }

  /** Serves the pages that the entries of all lists lead to, each a document of its own. */
  static void documents(StandInSite site) {
    site.raw(
        "/z/show?",
        request -> {
          String id = request.path().replaceAll("\\D", "");
          return html("<h1>" + id + "号单位2023年部门预算</h1><p>" + id + PROSE + "</p>");
        });
  }

  private static byte[] html(String body) {
    return StandInSite.answer(
        200, body.getBytes(StandardCharsets.UTF_8), "Content-Type: text/html; charset=utf-8");
  }

  private static String list(int page, int pages, int entries) {
    StringBuilder rows = new StringBuilder("<ul class='list'>");
    for (int i = 0; i < entries; i++) {
      int id = page * entries + i;
      rows.append("<li><a href='show?id=").append(id).append("'>第").append(id);
      rows.append("号单位2023年部门预算</a><i>2023-02-01</i></li>");
    }
    rows.append("</ul><script>createPageHTML(").append(pages).append(", ").append(page);
    return rows.append(", \"index\", \"html\")</script>").toString();
  }
}

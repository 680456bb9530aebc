package org.mingzhang.collect;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mingzhang.archive.CollectionRun;
import org.mingzhang.archive.Resource;
import org.mingzhang.collect.source.Source;

/** A column of very many links in a process of its own, whose memory is bounded from outside. */
public final class ManyLinks {
  private ManyLinks() {}

  /**
   * Reads all lists of a column and no entry.
   *
   * @param args how many links there are, and how many stand on a page
   */
  public static void main(String[] args) throws Exception {
    int links = Integer.parseInt(args[0]);
    int each = Integer.parseInt(args[1]);
    int pages = links / each;
    Path folder = Files.createTempDirectory("links");
    StandInSite site = new StandInSite();
    for (int p = 0; p < pages; p++) {
      int page = p;
      site.raw(
          "/z/index" + (p == 0 ? "" : "_" + p) + ".html",
          request ->
              StandInSite.answer(
                  200, list(page, each, pages), "Content-Type: text/html; charset=utf-8"));
    }
    Source whole = CollectBench.source(site.url("/z/index.html"));
    Source lists =
        new Source(
            whole.name(),
            whole.title(),
            whole.url(),
            null,
            null,
            java.util.List.of(),
            whole.hosts(),
            new Source.Limits(
                2,
                whole.limits().every(),
                whole.limits().recheck(),
                whole.limits().delay(),
                pages,
                20_000),
            whole.rules());
    try (CollectBench bench = new CollectBench(folder)) {
      long began = System.nanoTime();
      CollectionRun run = bench.run(lists).getFirst();
      double seconds = (System.nanoTime() - began) / 1e9;
      int waiting = bench.archive.frontier().count("s", Resource.State.WAITING);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%d links wait after %d requests, %.0f s; %d MB used of at most %d MB%n",
          waiting,
          run.requests(),
          seconds,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20,
          runtime.maxMemory() >> 20);
    }
    site.close();
  }

  private static byte[] list(int page, int each, int pages) {
    StringBuilder rows = new StringBuilder("<ul class='list'>");
    for (int i = 0; i < each; i++) {
      int id = page * each + i;
      rows.append("<li><a href='show_").append(id).append(".html'>第").append(id);
      rows.append("号单位2023年部门预算公开</a><i>2023-02-01</i></li>");
    }
    rows.append("</ul><script>createPageHTML(").append(pages).append(", ").append(page);
    rows.append(", \"index\", \"html\")</script>");
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }
}

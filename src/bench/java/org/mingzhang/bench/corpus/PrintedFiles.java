package org.mingzhang.bench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.model.Section;

/**
 * PDFs of about 25 pages without tables, printed by Chromium from synthetic text in the layout of
 * official documents (GB/T 9704: 22 lines of 28 characters on a page). Every title is marked as
 * synthetic.
 */
public final class PrintedFiles {
  private static final int CHAPTERS = 25;
  private static final int CHARACTERS_OF_CHAPTER = 450;
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final String STYLE =
      "@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font:16pt/28pt serif;text-align:justify}"
          + "h1{font-size:22pt;text-align:center}h2{font-size:16pt;margin:0}p{text-indent:2em;margin:0}";

  private final Corpus corpus;
  private int next;

  /** Prints text of this corpus. */
  public PrintedFiles(Corpus corpus) {
    this.corpus = corpus;
  }

  /** The browser that prints; empty where none is installed. */
  public static Optional<Path> browser() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
        .flatMap(folder -> BROWSERS.stream().map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Prints so many files into a folder.
   *
   * @throws IOException if the browser fails
   */
  public List<Path> print(Path browser, int number, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Path page = Files.writeString(folder.resolve(i + ".html"), page());
      Path file = folder.resolve(i + ".pdf");
      Process process =
          new ProcessBuilder(
                  browser.toString(),
                  "--headless",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--no-pdf-header-footer",
                  "--print-to-pdf=" + file,
                  page.toUri().toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES) || !Files.exists(file)) {
        process.destroyForcibly();
        throw new IOException(browser + " printed nothing");
      }
      Files.delete(page);
      files.add(file);
    }
    return files;
  }

  private String page() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><meta charset=utf-8><style>");
    BenchDocument first = corpus.document(next);
    html.append(STYLE).append("</style><h1>");
    html.append(first.disclosure().metadata().title()).append("</h1>");
    Iterator<Section> sections =
        IntStream.iterate(next, n -> n + 1)
            .mapToObj(corpus::document)
            .flatMap(d -> d.disclosure().sections().stream())
            .iterator();
    for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
      Section section = sections.next();
      html.append("<h2>").append(numeral(chapter)).append('、');
      html.append(section.title()).append("</h2>");
      for (int written = 0; written < CHARACTERS_OF_CHAPTER; section = sections.next()) {
        html.append("<p>").append(section.text()).append("</p>");
        written += section.text().length();
      }
    }
    next += CHAPTERS;
    return html.toString();
  }

  private static String numeral(int number) {
    String digits = "一二三四五六七八九";
    String ten = number < 20 ? "十" : digits.charAt(number / 10 - 1) + "十";
    String one = number % 10 == 0 ? "" : digits.substring(number % 10 - 1, number % 10);
    return number < 10 ? one : ten + one;
  }
}

package org.mingzhang.collect.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The day a page was published and what says so. In this order: the element {@code PubDate} that
 * the standard for government sites asks for (国办发〔2017〕47号), a line of the page with a word for
 * publication, the row of the list, the address.
 *
 * @param day the day
 * @param by where it stands, with its words
 */
public record Publication(LocalDate day, String by) {
  private static final List<String> META =
      List.of("PubDate", "publishdate", "publish_date", "article:published_time");

  private static final int HEAD = 4_000;

  /**
   * The publication of a page.
   *
   * @param listed date in the row of the list that led here, or null
   */
  static Optional<Publication> of(Page page, @Nullable LocalDate listed, @Nullable String words) {
    return meta(page)
        .or(() -> line(page.document()))
        .or(
            () ->
                listed == null
                    ? Optional.empty()
                    : Optional.of(new Publication(listed, "list: " + words)))
        .or(() -> address(page.uri().getRawPath()));
  }

  private static Optional<Publication> meta(Page page) {
    return META.stream()
        .flatMap(
            name ->
                page
                    .meta(name)
                    .flatMap(
                        value ->
                            PrintedDate.in(value)
                                .map(d -> new Publication(d.day(), "meta " + name + ": " + value)))
                    .stream())
        .findFirst();
  }

  private static Optional<Publication> line(Document document) {
    String text = document.body().text();
    String head = text.length() > HEAD ? text.substring(0, HEAD) : text;
    Matcher word = PageWords.standard().published().matcher(head);
    while (word.find()) {
      String after = head.substring(word.end(), Math.min(head.length(), word.end() + 24));
      Optional<PrintedDate.Found> date = PrintedDate.in(after);
      if (date.isPresent() && after.startsWith(date.get().words())) {
        String by = "page: " + word.group().strip() + " " + date.get().words();
        return Optional.of(new Publication(date.get().day(), by));
      }
    }
    return Optional.empty();
  }

  /** The day in an address. */
  public static Optional<Publication> address(String path) {
    return PrintedDate.inPath(path).map(d -> new Publication(d.day(), "address: " + path));
  }
}

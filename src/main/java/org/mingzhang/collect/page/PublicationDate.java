package org.mingzhang.collect.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The day of publication of a page and its source, which is in order of preference: a meta element,
 * first {@code PubDate}, which the standard for government sites requires (国办发〔2017〕47号), a date
 * after a word for publication on the page, the row of the list, the address.
 *
 * @param day the day
 * @param dateSource source of the date, with the words found there
 */
public record PublicationDate(LocalDate day, String dateSource) {
  private static final List<String> META_NAMES =
      List.of("PubDate", "publishdate", "publish_date", "article:published_time");

  private static final int MAX_HEAD_LENGTH = 4_000;

  /**
   * Finds the day of publication of a page; empty if no source has one.
   *
   * @param listedDate date in the row of the list that links the page, or null
   * @param words that date as printed; null if there is none
   */
  static Optional<PublicationDate> find(
      WebPage webPage, @Nullable LocalDate listedDate, @Nullable String words) {
    return findInMeta(webPage)
        .or(() -> findInText(webPage.document()))
        .or(
            () ->
                listedDate == null
                    ? Optional.empty()
                    : Optional.of(new PublicationDate(listedDate, "list: " + words)))
        .or(() -> findInAddress(webPage.uri().getRawPath()));
  }

  private static Optional<PublicationDate> findInMeta(WebPage webPage) {
    return META_NAMES.stream()
        .flatMap(
            name ->
                webPage
                    .findMeta(name)
                    .flatMap(
                        value ->
                            PrintedDateFinder.findIn(value)
                                .map(
                                    d ->
                                        new PublicationDate(
                                            d.day(), "meta " + name + ": " + value)))
                    .stream())
        .findFirst();
  }

  private static Optional<PublicationDate> findInText(Document document) {
    String text = document.body().text();
    String head = text.length() > MAX_HEAD_LENGTH ? text.substring(0, MAX_HEAD_LENGTH) : text;
    Matcher word = PageClassificationWords.standard().publicationLabelPattern().matcher(head);
    while (word.find()) {
      String after = head.substring(word.end(), Math.min(head.length(), word.end() + 24));
      Optional<PrintedDateFinder.PrintedDate> date = PrintedDateFinder.findIn(after);
      if (date.isPresent() && after.startsWith(date.get().words())) {
        String by = "page: " + word.group().strip() + " " + date.get().words();
        return Optional.of(new PublicationDate(date.get().day(), by));
      }
    }
    return Optional.empty();
  }

  /** The date in the path of an address; empty if there is none. */
  public static Optional<PublicationDate> findInAddress(String path) {
    return PrintedDateFinder.findInPath(path)
        .map(d -> new PublicationDate(d.day(), "address: " + path));
  }
}

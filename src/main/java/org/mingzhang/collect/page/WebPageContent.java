package org.mingzhang.collect.page;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is found on a page: entries, files, further pages, its own text and date. */
public final class WebPageContent {
  /** How much text of its own makes a page more than a frame around files. */
  private static final int TEXT = 400;

  private static final int SHORT_TEXT = 60;
  private static final int MOST_PARTS = 60;

  private final Page page;
  private final PageWords words = PageWords.standard();

  /** The content of a page. */
  public WebPageContent(Page page) {
    this.page = page;
  }

  /**
   * A link that was found.
   *
   * @param uri where it leads
   * @param label its text
   * @param file whether it is a file by its address
   * @param day date beside it, or null
   * @param words words of that date, or null
   */
  public record Found(
      URI uri, String label, boolean file, @Nullable LocalDate day, @Nullable String words) {}

  /** Entries of a list, files among them, and other files of the page. */
  public List<Found> entries(@Nullable String items, @Nullable String attachments) {
    Map<URI, Found> found = new LinkedHashMap<>();
    ListItems list = new ListItems(page);
    for (ListItems.Item item : items == null ? list.found() : list.selected(items)) {
      PrintedDate.Found date = item.date();
      found.put(
          item.uri(),
          new Found(
              item.uri(),
              item.label(),
              FileLinks.isFile(item.uri()),
              date == null ? null : date.day(),
              date == null ? null : date.words()));
    }
    for (Found file : files(attachments)) {
      found.merge(
          file.uri(), file, (a, b) -> new Found(a.uri(), a.label(), true, a.day(), a.words()));
    }
    return new ArrayList<>(found.values());
  }

  /** Files that the page links. */
  public List<Found> files(@Nullable String selector) {
    List<Found> files = new ArrayList<>();
    new FileLinks(page)
        .all(selector)
        .forEach((uri, label) -> files.add(new Found(uri, label, true, null, null)));
    return files;
  }

  /** Whether an address ends as that of a file of a document. */
  public static boolean isFile(URI uri) {
    return FileLinks.isFile(uri);
  }

  /** Further pages of a list. */
  public List<URI> furtherPages(@Nullable String selector, int most) {
    return new Pagination(page, most).ofList(selector);
  }

  /**
   * Further pages of a text that goes on there.
   *
   * @param first address of the first page of the text
   */
  public List<URI> parts(URI first) {
    return new Pagination(page, MOST_PARTS).ofText(first);
  }

  /** The day it was published. */
  public Optional<Publication> published(@Nullable LocalDate listed, @Nullable String by) {
    return Publication.of(page, listed, by);
  }

  /**
   * Whether the page is a list of others, not a text: it does not say that it is an article, and
   * its entries are more than what it says beside them.
   */
  public boolean isList(MainText main) {
    if (page.meta("ArticleTitle").isPresent()) {
      return false;
    }
    List<ListItems.Item> items = new ListItems(page).found();
    int linked = items.stream().mapToInt(item -> item.label().length()).sum();
    long pages = items.stream().filter(item -> !FileLinks.isFile(item.uri())).count();
    int plain = main.text().length() - linked;
    return pages >= 2 && linked > 0 && plain < Math.max(2 * linked, TEXT / 2);
  }

  /** Whether the page is a document itself, beside the files it links. */
  public boolean isDocument(MainText main, boolean withFiles) {
    String text = main.text();
    boolean topic = words.topic(page.title()) || words.topic(text);
    return topic && text.length() >= (withFiles ? TEXT : SHORT_TEXT);
  }
}

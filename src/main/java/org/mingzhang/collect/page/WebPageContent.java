package org.mingzhang.collect.page;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content of a web page: entries of a list, files, further pages and date of publication. */
public final class WebPageContent {
  /** Minimum length of the text of a page that links files but is itself a document. */
  private static final int MIN_LENGTH_BESIDE_FILES = 400;

  /** Minimum length of the text of a page without files that is a document. */
  private static final int MIN_LENGTH_WITHOUT_FILES = 60;

  private static final int MAX_PAGES = 60;

  private final WebPage webPage;
  private final PageClassificationWords words = PageClassificationWords.standard();

  /** Creates an instance that finds links and text in a page. */
  public WebPageContent(WebPage webPage) {
    this.webPage = webPage;
  }

  /**
   * A link of the page.
   *
   * @param uri address
   * @param label text of the link
   * @param isFile whether the address is that of a file
   * @param day date beside the link, or null
   * @param dateText the date as printed, or null
   */
  public record PageLink(
      URI uri, String label, boolean isFile, @Nullable LocalDate day, @Nullable String dateText) {}

  /**
   * Finds the entries of a list, and the files that the page links.
   *
   * @param itemSelector CSS selector of the entries, or null to find them
   * @param attachmentSelector CSS selector of the files, or null to find them
   */
  public List<PageLink> findEntries(
      @Nullable String itemSelector, @Nullable String attachmentSelector) {
    Map<URI, PageLink> found = new LinkedHashMap<>();
    ListItemFinder list = new ListItemFinder(webPage);
    for (ListItemFinder.Item item :
        itemSelector == null ? list.find() : list.select(itemSelector)) {
      PrintedDateFinder.PrintedDate date = item.date();
      found.put(
          item.uri(),
          new PageLink(
              item.uri(),
              item.label(),
              FileLinkFinder.isDocumentFile(item.uri()),
              date == null ? null : date.day(),
              date == null ? null : date.words()));
    }
    for (PageLink file : findFiles(attachmentSelector)) {
      found.merge(
          file.uri(),
          file,
          (a, b) -> new PageLink(a.uri(), a.label(), true, a.day(), a.dateText()));
    }
    return new ArrayList<>(found.values());
  }

  /**
   * Files that the page links.
   *
   * @param selector CSS selector of the links, or null to find them
   */
  public List<PageLink> findFiles(@Nullable String selector) {
    List<PageLink> files = new ArrayList<>();
    new FileLinkFinder(webPage)
        .find(selector)
        .forEach((uri, label) -> files.add(new PageLink(uri, label, true, null, null)));
    return files;
  }

  /** Whether an address has the extension of a document file. */
  public static boolean isDocumentFile(URI uri) {
    return FileLinkFinder.isDocumentFile(uri);
  }

  /**
   * Finds the further pages of a list on the same host.
   *
   * @param selector CSS selector of the links, or null to detect them
   * @param limit maximum number of pages
   */
  public List<URI> findFurtherPagesOfList(@Nullable String selector, int limit) {
    return new PaginationFinder(webPage, limit).findPagesOfList(selector);
  }

  /**
   * Finds the further pages of a text that is split over several; at most 60.
   *
   * @param firstPage address of the first page of the text
   */
  public List<URI> findFurtherPagesOfText(URI firstPage) {
    return new PaginationFinder(webPage, MAX_PAGES).findPagesOfText(firstPage);
  }

  /**
   * The day of publication; empty if none is stated.
   *
   * @param listedDate date in the row of the list that links the page, or null
   * @param words that date as printed, or null
   */
  public Optional<PublicationDate> findPublication(
      @Nullable LocalDate listedDate, @Nullable String words) {
    return PublicationDate.find(webPage, listedDate, words);
  }

  /**
   * Whether the page is a list: it is not marked as an article, and the texts of its entries are
   * long compared with the rest of its text.
   */
  public boolean isList(MainText main) {
    if (webPage.findMeta("ArticleTitle").isPresent()) {
      return false;
    }
    List<ListItemFinder.Item> items = new ListItemFinder(webPage).find();
    int linked = items.stream().mapToInt(item -> item.label().length()).sum();
    long pages = items.stream().filter(item -> !FileLinkFinder.isDocumentFile(item.uri())).count();
    int plain = main.text().length() - linked;
    return pages >= 2 && linked > 0 && plain < Math.max(2 * linked, MIN_LENGTH_BESIDE_FILES / 2);
  }

  /**
   * Whether the page itself is a document: it contains a word for one of the documents that
   * agencies have to publish, and its text is long enough.
   *
   * @param linksFiles whether the page links files, so that its text must be longer
   */
  public boolean isDocument(MainText main, boolean linksFiles) {
    String text = main.text();
    boolean topic = words.hasTopicWord(webPage.title()) || words.hasTopicWord(text);
    return topic
        && text.length() >= (linksFiles ? MIN_LENGTH_BESIDE_FILES : MIN_LENGTH_WITHOUT_FILES);
  }
}

package org.mingzhang.collect.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.mingzhang.collect.http.UrlCanonicalizer;

/**
 * Finds the entries of the main list among the links of a page. Links with the same DOM path form a
 * group. A group is a list if its rows have dates, or if its link texts name documents or agencies
 * or are as long as titles. The list with the largest weight is the main list; other lists are
 * included if they evidently belong to the same section of the site.
 */
final class ListItemFinder {
  private static final int MIN_TITLE_LENGTH = 8;
  private static final int LONG_TITLE_LENGTH = 20;
  private static final double MIN_SHARE = 0.5;

  /** Extensions of media files and programs. */
  private static final Pattern MEDIA_PATH =
      Pattern.compile("(?i)\\.(?:png|jpe?g|gif|bmp|webp|svg|ico|css|js|mp[34]|avi|swf|exe|apk)$");

  /** Elements that hold one entry of a list. */
  private static final Set<String> ROW_TAGS = Set.of("li", "tr", "dd", "dt", "p");

  /** Maximum length of the text of a row, in characters. */
  private static final int MAX_ROW_LENGTH = 400;

  private final WebPage webPage;
  private final PageClassificationWords words = PageClassificationWords.standard();
  private final ElementPathNumbering paths = new ElementPathNumbering();
  private final SiteBoilerplateDetector boilerplateDetector = new SiteBoilerplateDetector();

  ListItemFinder(WebPage webPage) {
    this.webPage = webPage;
  }

  /**
   * An entry of a list.
   *
   * @param uri address of its link
   * @param label text of its link
   * @param date date in its row, or null
   */
  record Item(URI uri, String label, PrintedDateFinder.@Nullable PrintedDate date) {}

  /** The entries that match a CSS selector. */
  List<Item> select(String selector) {
    Map<URI, Item> items = new LinkedHashMap<>();
    for (Element link : webPage.document().select(selector)) {
      readItem(link).ifPresent(item -> items.putIfAbsent(item.uri(), item));
    }
    return List.copyOf(items.values());
  }

  /**
   * The entries of the main list, then of other lists that have enough entries with words of the
   * topic, whose links are all in the folder of the page, or that are in the same container as the
   * main list. Empty if there is no list.
   */
  List<Item> find() {
    Map<Group, Double> weights = new LinkedHashMap<>();
    groupByPath().stream()
        .filter(Group::isList)
        .forEach(group -> weights.put(group, group.weight()));
    List<Group> lists =
        weights.entrySet().stream()
            .sorted(Map.Entry.<Group, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    if (lists.isEmpty()) {
      return List.of();
    }
    Group main = lists.getFirst();
    Map<URI, Item> items = new LinkedHashMap<>();
    for (Group group : lists) {
      if (group == main
          || group.topicShare() >= MIN_SHARE
          || group.inFolderShare() == 1
          || group.sharesContainerWith(main)) {
        group.items().forEach(item -> items.putIfAbsent(item.uri(), item));
      }
    }
    return List.copyOf(items.values());
  }

  private Collection<Group> groupByPath() {
    Map<Integer, Group> groups = new LinkedHashMap<>();
    for (Element link : webPage.document().body().select("a[href]")) {
      String text = FileLinkFinder.chooseLabel(link);
      if (!words.isNavigation(text)
          && text.length() > 1
          && !boilerplateDetector.isInBoilerplate(link)) {
        readItem(link)
            .ifPresent(
                item ->
                    groups
                        .computeIfAbsent(
                            paths.parentPathNumber(link),
                            path -> new Group(words, webPage.uri(), link))
                        .add(item));
      }
    }
    return groups.values();
  }

  private Optional<Item> readItem(Element link) {
    return webPage
        .resolveAddress(link.attr("href"))
        .filter(uri -> !uri.equals(webPage.uri()) && !MEDIA_PATH.matcher(uri.getPath()).find())
        .map(
            uri ->
                new Item(
                    uri,
                    FileLinkFinder.chooseLabel(link),
                    PrintedDateFinder.findIn(rowText(link)).orElse(null)));
  }

  /** The text of the row of a link; empty if it is too long to be one entry. */
  private static String rowText(Element link) {
    Element row = link.parent();
    while (row != null && !ROW_TAGS.contains(row.normalName())) {
      row = row.parent();
    }
    row = row == null ? link.parent() : row;
    return row == null ? "" : ShortTextExtractor.extract(row, MAX_ROW_LENGTH).orElse("");
  }

  /** Links whose elements have the same DOM path, as the links of one list have. */
  private static final class Group {
    private final PageClassificationWords words;
    private final URI listPage;
    private final @Nullable Element listParent;
    private final boolean isTable;
    private final Map<URI, Item> items = new LinkedHashMap<>();

    Group(PageClassificationWords words, URI listPage, Element firstLink) {
      this.words = words;
      this.listPage = listPage;
      Element list = firstLink.closest("ul, ol, table, dl");
      this.isTable = list != null && list.normalName().equals("table");
      this.listParent = list == null ? null : list.parent();
    }

    void add(Item item) {
      items.merge(item.uri(), item, (a, b) -> a.label().length() >= b.label().length() ? a : b);
    }

    List<Item> items() {
      return new ArrayList<>(items.values());
    }

    private double shareOfItems(Predicate<Item> condition) {
      return items.isEmpty()
          ? 0
          : (double) items.values().stream().filter(condition).count() / items.size();
    }

    double topicShare() {
      return shareOfItems(item -> words.hasTopicWord(item.label()));
    }

    private double datedShare() {
      return shareOfItems(item -> item.date() != null);
    }

    private double agencyShare() {
      return shareOfItems(item -> words.isAgencyName(item.label()));
    }

    /**
     * Share of the links whose address is below the folder of the list page; 0 if that folder is
     * the root of the site.
     */
    double inFolderShare() {
      String folder = UrlCanonicalizer.parentPath(listPage);
      return shareOfItems(
          item ->
              listPage.getRawAuthority().equals(item.uri().getRawAuthority())
                  && item.uri().getRawPath().startsWith(folder)
                  && folder.length() > 1);
    }

    boolean sharesContainerWith(Group other) {
      return listParent != null
          && listParent.equals(other.listParent); // elements are equal by identity
    }

    private double meanLength() {
      return items.values().stream().mapToInt(item -> item.label().length()).average().orElse(0);
    }

    boolean isList() {
      boolean files = shareOfItems(item -> FileLinkFinder.isDocumentFile(item.uri())) >= MIN_SHARE;
      return (datedShare() >= MIN_SHARE && meanLength() >= 4)
          || topicShare() >= MIN_SHARE
          || files
          || (agencyShare() >= MIN_SHARE
              && items.size() >= 3
              && (isTable || inFolderShare() >= MIN_SHARE))
          || (meanLength() >= MIN_TITLE_LENGTH
              && items.size() >= 2
              && inFolderShare() >= MIN_SHARE);
    }

    double weight() {
      return items.size()
          * (1 + 2 * datedShare() + 2 * topicShare() + inFolderShare() + agencyShare())
          * Math.min(meanLength(), LONG_TITLE_LENGTH);
    }
  }
}

package org.mingzhang.collect.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.mingzhang.collect.http.WebAddress;

/**
 * Finds the entries of a list among the links of a page. Links with the same way from the body make
 * a group; a group is a list where its rows have dates, or its texts name what is published or who
 * publishes, or are as long as titles. Of several the heaviest counts, and those that are as much
 * of the column.
 */
final class ListItems {
  private static final int SHORTEST_TITLE = 8;
  private static final int ENOUGH = 20;
  private static final double HALF = 0.5;

  /** What is no page and no document. */
  private static final Pattern MEDIA =
      Pattern.compile("(?i)\\.(?:png|jpe?g|gif|bmp|webp|svg|ico|css|js|mp[34]|avi|swf|exe|apk)$");

  /** Elements that a list has one of for each entry. */
  private static final Set<String> ROWS = Set.of("li", "tr", "dd", "dt", "p");

  /** Characters of the longest row. */
  private static final int LONGEST_ROW = 400;

  private final Page page;
  private final PageWords words = PageWords.standard();
  private final ElementPaths ways = new ElementPaths();
  private final SiteBoilerplate surroundings = new SiteBoilerplate();

  ListItems(Page page) {
    this.page = page;
  }

  /**
   * An entry.
   *
   * @param uri where it leads
   * @param label text of its link
   * @param date date in its row, or null
   */
  record Item(URI uri, String label, PrintedDate.@Nullable Found date) {}

  /** The entries that a selector names. */
  List<Item> selected(String selector) {
    Map<URI, Item> items = new LinkedHashMap<>();
    for (Element link : page.document().select(selector)) {
      item(link).ifPresent(item -> items.putIfAbsent(item.uri(), item));
    }
    return List.copyOf(items.values());
  }

  /** The entries of the lists of the page. */
  List<Item> found() {
    Map<Group, Double> weights = new LinkedHashMap<>();
    groups().stream().filter(Group::isList).forEach(group -> weights.put(group, group.weight()));
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
      if (group == main || group.topics() >= HALF || group.beneath() == 1 || group.beside(main)) {
        group.items().forEach(item -> items.putIfAbsent(item.uri(), item));
      }
    }
    return List.copyOf(items.values());
  }

  private Collection<Group> groups() {
    Map<Integer, Group> groups = new LinkedHashMap<>();
    for (Element link : page.document().body().select("a[href]")) {
      String text = FileLinks.label(link);
      if (!words.furniture(text) && text.length() > 1 && !surroundings.hold(link)) {
        item(link)
            .ifPresent(
                item ->
                    groups
                        .computeIfAbsent(ways.of(link), way -> new Group(words, page.uri(), link))
                        .add(item));
      }
    }
    return groups.values();
  }

  private Optional<Item> item(Element link) {
    return page.address(link.attr("href"))
        .filter(uri -> !uri.equals(page.uri()) && !MEDIA.matcher(uri.getPath()).find())
        .map(uri -> new Item(uri, FileLinks.label(link), PrintedDate.in(row(link)).orElse(null)));
  }

  /** The text of the row that a link stands in; empty where that is no row but a page of links. */
  private static String row(Element link) {
    Element row = link.parent();
    while (row != null && !ROWS.contains(row.normalName())) {
      row = row.parent();
    }
    row = row == null ? link.parent() : row;
    return row == null ? "" : ShortText.of(row, LONGEST_ROW).orElse("");
  }

  /** Links with the same way. */
  private static final class Group {
    private final PageWords words;
    private final URI column;
    private final @Nullable Element holder;
    private final boolean table;
    private final Map<URI, Item> items = new LinkedHashMap<>();

    Group(PageWords words, URI column, Element first) {
      this.words = words;
      this.column = column;
      Element list = first.closest("ul, ol, table, dl");
      this.table = list != null && list.normalName().equals("table");
      this.holder = list == null ? null : list.parent();
    }

    void add(Item item) {
      items.merge(item.uri(), item, (a, b) -> a.label().length() >= b.label().length() ? a : b);
    }

    List<Item> items() {
      return new ArrayList<>(items.values());
    }

    private double share(java.util.function.Predicate<Item> wanted) {
      return items.isEmpty()
          ? 0
          : (double) items.values().stream().filter(wanted).count() / items.size();
    }

    double topics() {
      return share(item -> words.topic(item.label()));
    }

    private double dated() {
      return share(item -> item.date() != null);
    }

    private double agencies() {
      return share(item -> words.agency(item.label()));
    }

    double beneath() {
      String folder = WebAddress.folder(column);
      return share(
          item ->
              column.getRawAuthority().equals(item.uri().getRawAuthority())
                  && item.uri().getRawPath().startsWith(folder)
                  && folder.length() > 1);
    }

    boolean beside(Group other) {
      return holder != null && holder.equals(other.holder); // elements are equal by identity
    }

    private double length() {
      return items.values().stream().mapToInt(item -> item.label().length()).average().orElse(0);
    }

    boolean isList() {
      boolean files = share(item -> FileLinks.isFile(item.uri())) >= HALF;
      return (dated() >= HALF && length() >= 4)
          || topics() >= HALF
          || files
          || (agencies() >= HALF && items.size() >= 3 && (table || beneath() >= HALF))
          || (length() >= SHORTEST_TITLE && items.size() >= 2 && beneath() >= HALF);
    }

    double weight() {
      return items.size()
          * (1 + 2 * dated() + 2 * topics() + beneath() + agencies())
          * Math.min(length(), ENOUGH);
    }
  }
}

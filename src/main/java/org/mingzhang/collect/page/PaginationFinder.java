package org.mingzhang.collect.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.mingzhang.collect.http.UrlCanonicalizer;

/**
 * Finds the further pages of a list or text: links to the next page, rows of page numbers, options
 * of a select element, and calls of pagination scripts with the number of pages and the name of
 * their files. Scripts are not executed.
 */
final class PaginationFinder {
  private static final Pattern PAGINATION_CALL =
      Pattern.compile("createPage(?:HTML|Html)?\\s*\\(([^()]{1,200})\\)");
  private static final Pattern SCRIPT_LINK =
      Pattern.compile(
          "(?i)(?:location(?:\\.href)?\\s*=|goto\\w*\\(|topage\\(|gopage\\(|jump\\w*\\(|open\\()\\s*['\"]([^'\"]+)['\"]");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern PAGE_NUMBER = Pattern.compile("[\\[(]?\\d{1,4}[\\])]?");

  /** Maximum number of script calls that are read; a page has one. */
  private static final int MAX_CALLS = 10;

  /** Maximum length, in characters, of a script in an attribute that is read. */
  private static final int MAX_SCRIPT_LENGTH = 1_000;

  /** Maximum length, in characters, of a row of page numbers, with blanks. */
  private static final int MAX_ROW_LENGTH = 1_000;

  private final WebPage webPage;
  private final int maxPages;
  private final IdentityHashMap<Element, Boolean> pageNumberRows = new IdentityHashMap<>();

  /**
   * Creates a finder for a page.
   *
   * @param pageLimit maximum number of pages to return
   */
  PaginationFinder(WebPage webPage, int pageLimit) {
    this.webPage = webPage;
    this.maxPages = pageLimit;
  }

  /**
   * The further pages of a list on the same host, up to the limit, without this page; only links
   * that match the selector unless it is null.
   */
  List<URI> findPagesOfList(@Nullable String selector) {
    Set<URI> pages = new LinkedHashSet<>();
    if (selector != null) {
      webPage.document().select(selector).forEach(link -> findTarget(link).ifPresent(pages::add));
    } else {
      addScriptedPages(pages);
      addLinkedPages(pages);
      addSelectOptions(pages);
    }
    pages.remove(webPage.uri());
    pages.removeIf(
        uri -> !UrlCanonicalizer.authority(uri).equals(UrlCanonicalizer.authority(webPage.uri())));
    return pages.stream().limit(maxPages).toList();
  }

  /**
   * The further pages of a text: pages whose address is the address of the first page with a number
   * added.
   *
   * @param firstPage address of its first page
   */
  List<URI> findPagesOfText(URI firstPage) {
    String stem = firstPage.toString().replaceFirst("(?:\\.\\w+)?(?:\\?.*)?$", "");
    List<URI> pages = new ArrayList<>();
    for (URI uri : findPagesOfList(null)) {
      String rest = uri.toString().startsWith(stem) ? uri.toString().substring(stem.length()) : "";
      if (rest.matches("[_-]\\d{1,3}(?:\\.\\w+)?|(?:\\.\\w+)?\\?(?:.*&)?p(?:age)?\\w*=\\d{1,3}")) {
        pages.add(uri);
      }
    }
    return pages;
  }

  /**
   * Adds the pages of pagination scripts: after {@code createPageHTML(n, current, "index",
   * "shtml")} page k is the file index_k.shtml. Reads the first {@link #MAX_CALLS} calls.
   */
  private void addScriptedPages(Set<URI> pages) {
    String html = joinScripts();
    Matcher call = PAGINATION_CALL.matcher(html);
    for (int calls = 0; calls < MAX_CALLS && call.find(); calls++) {
      List<Integer> numbers = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (String argument : call.group(1).split(",", -1)) {
        String plain = argument.strip();
        if (plain.matches("['\"].*['\"]")) {
          names.add(plain.substring(1, plain.length() - 1));
        } else {
          findArgumentValue(plain, html).ifPresent(numbers::add);
        }
      }
      if (!numbers.isEmpty() && names.size() >= 2) {
        String ending = names.getLast();
        String name = names.get(names.size() - 2);
        for (int k = 1; k < Math.min(numbers.getFirst(), maxPages + 1); k++) {
          webPage.resolveAddress(name + "_" + k + "." + ending).ifPresent(pages::add);
        }
      }
    }
  }

  private String joinScripts() {
    StringBuilder text = new StringBuilder();
    webPage.document().select("script").forEach(script -> text.append(script.data()).append('\n'));
    return text.toString();
  }

  /**
   * The value of an argument that is a number or a variable that a script sets to one; empty for
   * other arguments.
   */
  private static Optional<Integer> findArgumentValue(String argument, String scripts) {
    if (argument.matches("\\d{1,8}")) {
      return Optional.of(Integer.parseInt(argument));
    }
    if (!argument.matches("[A-Za-z_$][\\w$]*")) {
      return Optional.empty();
    }
    Matcher set =
        Pattern.compile("\\b" + Pattern.quote(argument) + "\\s*=\\s*['\"]?(\\d{1,8})\\b")
            .matcher(scripts);
    return set.find() ? Optional.of(Integer.parseInt(set.group(1))) : Optional.empty();
  }

  private void addLinkedPages(Set<URI> pages) {
    PageClassificationWords words = PageClassificationWords.standard();
    for (Element link : webPage.document().select("a[href], a[onclick], link[rel=next]")) {
      String text = BLANKS.matcher(link.text()).replaceAll("");
      boolean number = PAGE_NUMBER.matcher(text).matches() && isInPageNumberRow(link);
      if (number || words.isNextPage(text) || link.attr("rel").equals("next")) {
        findTarget(link).ifPresent(pages::add);
      }
    }
    for (Element group : webPage.document().select("nextgroup a[href]")) {
      findTarget(group).ifPresent(pages::add);
    }
  }

  /** Whether a link is in a row of page numbers; each row is read once. */
  private boolean isInPageNumberRow(Element link) {
    Element row = link.parent();
    if (row != null && row.stream().filter(e -> e.normalName().equals("a")).limit(2).count() < 2) {
      row = row.parent();
    }
    return row != null && pageNumberRows.computeIfAbsent(row, PaginationFinder::isPageNumberRow);
  }

  private static boolean isPageNumberRow(Element row) {
    String rest = ShortTextExtractor.extract(row, MAX_ROW_LENGTH).orElse("").replaceAll("\\s+", "");
    long digits = rest.chars().filter(c -> c >= '0' && c <= '9').count();
    return rest.length() <= 200 && (digits >= 2 || rest.contains("页"));
  }

  private void addSelectOptions(Set<URI> pages) {
    for (Element select : webPage.document().select("select[onchange]")) {
      if (select.attr("onchange").contains("location")) {
        select
            .select("option[value]")
            .forEach(o -> webPage.resolveAddress(o.attr("value")).ifPresent(pages::add));
      }
    }
  }

  /**
   * The address of a link, or the one in its script; empty if there is neither, it cannot be
   * fetched, or the script is longer than {@link #MAX_SCRIPT_LENGTH} characters.
   */
  private Optional<URI> findTarget(Element link) {
    String href = link.attr("href").strip();
    if (!href.isEmpty()
        && !href.startsWith("#")
        && !href.toLowerCase(Locale.ROOT).startsWith("javascript:")) {
      return webPage.resolveAddress(href);
    }
    String code = href + ";" + link.attr("onclick");
    Matcher script = SCRIPT_LINK.matcher(code);
    return code.length() <= MAX_SCRIPT_LENGTH && script.find()
        ? webPage.resolveAddress(script.group(1))
        : Optional.empty();
  }
}

package org.mingzhang.web.error;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.source.SearchPort;

/**
 * Suggests documents for an address that does not exist: those whose permalinks have parts in
 * common with it, such as agency and year; if there are none, those found by its words. Safe on
 * many threads.
 */
final class NearestMatchFinder {
  private static final int MAX_RESULTS = 5;
  private static final int MIN_IN_COMMON = 2;
  private static final Pattern DOCUMENT = Pattern.compile("/d/([a-z0-9-]{1,200})(?:/.*)?");

  /** Maximum length, in characters, of a text that is used as a query. */
  private static final int MAX_QUERY_LENGTH = 60;

  private final SearchPort search;
  private final DocumentCatalog catalog;

  NearestMatchFinder(SearchPort search, DocumentCatalog catalog) {
    this.search = search;
    this.catalog = catalog;
  }

  /** A document, and the number of words that its permalink has in common with the address. */
  private record SimilarDocument(Hit hit, int inCommon) {}

  /**
   * Finds at most five documents, best first.
   *
   * @param path the requested address
   * @param words query known for the address, or empty
   */
  List<Hit> find(String path, String words) {
    Matcher permalink = DOCUMENT.matcher(path);
    List<Hit> alike = permalink.matches() ? findSharingParts(permalink.group(1)) : List.of();
    return alike.isEmpty() ? search(words.isBlank() ? wordsOfAddress(path) : words) : alike;
  }

  private List<Hit> findSharingParts(String id) {
    Set<String> wanted = partsOfId(id);
    return catalog.currentSnapshot().readDocuments().stream()
        .map(hit -> new SimilarDocument(hit, commonPartCount(wanted, hit.documentId())))
        .filter(c -> c.inCommon() >= MIN_IN_COMMON)
        .sorted(
            Comparator.comparingInt(SimilarDocument::inCommon)
                .reversed()
                .thenComparing(c -> c.hit().documentId()))
        .limit(MAX_RESULTS)
        .map(SimilarDocument::hit)
        .toList();
  }

  private static int commonPartCount(Set<String> wanted, String id) {
    Set<String> parts = partsOfId(id);
    parts.retainAll(wanted);
    return parts.size();
  }

  private static Set<String> partsOfId(String id) {
    return new HashSet<>(Arrays.asList(id.split("-")));
  }

  /** The Chinese characters and digits of an address, which may have been typed as a query. */
  private static String wordsOfAddress(String path) {
    String decoded;
    try {
      decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
    String words = decoded.replaceAll("[^\\p{IsHan}0-9]+", " ").strip();
    boolean chinese = words.codePoints().anyMatch(Character::isIdeographic);
    return chinese && words.length() <= MAX_QUERY_LENGTH ? words : "";
  }

  private List<Hit> search(String words) {
    return words.isBlank()
        ? List.of()
        : search
            .search(SearchUrl.of(words, SearchScope.DOCUMENTS).withSize(MAX_RESULTS).request())
            .hits();
  }
}

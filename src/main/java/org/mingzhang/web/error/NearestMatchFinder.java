package org.mingzhang.web.error;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.source.SearchPort;

/**
 * Suggests documents for an address that does not exist: documents whose permalinks have parts in
 * common with it, such as agency and year; if there are none, documents found by the words of the
 * address. Thread-safe.
 */
final class NearestMatchFinder {
  private static final int MAX_RESULTS = 5;
  private static final int MIN_COMMON_PARTS = 2;
  private static final Pattern DOCUMENT_PATH = Pattern.compile("/d/([a-z0-9-]{1,200})(?:/.*)?");

  /** Maximum length, in characters, of the words of an address that are used as a query. */
  private static final int MAX_QUERY_LENGTH = 60;

  private final SearchPort search;
  private final DocumentCatalog catalog;

  NearestMatchFinder(SearchPort search, DocumentCatalog catalog) {
    this.search = search;
    this.catalog = catalog;
  }

  /**
   * Finds at most five documents, best first.
   *
   * @param path the requested address
   * @param words query to use instead of the words of the address, or empty
   */
  List<Hit> find(String path, String words) {
    Matcher permalink = DOCUMENT_PATH.matcher(path);
    List<Hit> alike =
        permalink.matches()
            ? catalog
                .currentSnapshot()
                .findSimilar(permalink.group(1), MIN_COMMON_PARTS, MAX_RESULTS)
            : List.of();
    return alike.isEmpty() ? search(words.isBlank() ? wordsOfAddress(path) : words) : alike;
  }

  /**
   * The Chinese characters and digits of an address, which may have been typed as a query. Empty if
   * it has no Chinese characters, too many characters and digits, or an invalid percent-encoding.
   */
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

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
import org.mingzhang.model.Scope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.lookup.Catalogue;
import org.mingzhang.web.source.SearchPort;

/**
 * What may have been meant by an address under which there is nothing: documents whose permalink
 * has parts of it in common, such as agency and year, else documents found by its words. Safe on
 * many threads.
 */
final class NearestMatches {
  private static final int MOST = 5;
  private static final int FEWEST_IN_COMMON = 2;
  private static final Pattern DOCUMENT = Pattern.compile("/d/([a-z0-9-]{1,200})(?:/.*)?");

  /** Of more words than this the search would be asked about a text. */
  private static final int LONGEST = 60;

  private final SearchPort search;
  private final Catalogue catalogue;

  NearestMatches(SearchPort search, Catalogue catalogue) {
    this.search = search;
    this.catalogue = catalogue;
  }

  private record Candidate(Hit hit, int inCommon) {}

  /**
   * At most five documents, best first.
   *
   * @param path the address asked for
   * @param words words that are known to have been meant, or empty
   */
  List<Hit> of(String path, String words) {
    Matcher permalink = DOCUMENT.matcher(path);
    List<Hit> alike = permalink.matches() ? alike(permalink.group(1)) : List.of();
    return alike.isEmpty() ? found(words.isBlank() ? words(path) : words) : alike;
  }

  private List<Hit> alike(String id) {
    Set<String> wanted = parts(id);
    return catalogue.now().documents().stream()
        .map(hit -> new Candidate(hit, inCommon(wanted, hit.documentId())))
        .filter(c -> c.inCommon() >= FEWEST_IN_COMMON)
        .sorted(
            Comparator.comparingInt(Candidate::inCommon)
                .reversed()
                .thenComparing(c -> c.hit().documentId()))
        .limit(MOST)
        .map(Candidate::hit)
        .toList();
  }

  private static int inCommon(Set<String> wanted, String id) {
    Set<String> parts = parts(id);
    parts.retainAll(wanted);
    return parts.size();
  }

  private static Set<String> parts(String id) {
    return new HashSet<>(Arrays.asList(id.split("-")));
  }

  /** The Chinese in an address: what somebody typed behind the portal's name. */
  private static String words(String path) {
    String decoded;
    try {
      decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return "";
    }
    String words = decoded.replaceAll("[^\\p{IsHan}0-9]+", " ").strip();
    boolean chinese = words.codePoints().anyMatch(Character::isIdeographic);
    return chinese && words.length() <= LONGEST ? words : "";
  }

  private List<Hit> found(String words) {
    return words.isBlank()
        ? List.of()
        : search.search(SearchAddress.of(words, Scope.DOCUMENTS).sized(MOST).request()).hits();
  }
}

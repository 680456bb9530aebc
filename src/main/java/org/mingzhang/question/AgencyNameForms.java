package org.mingzhang.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mingzhang.text.TsvResource;

/**
 * The forms under which the bodies of an agency are known, without places.
 *
 * @param fullForms forms that name exactly this body: as printed and with the standard short names
 *     (纪委 for 纪律检查委员会); for a joint name also the forms of each body. The first is the form of the
 *     whole name
 * @param shortForms forms that leave out words (法院 for 人民法院, 大观街道 for 大观街道办事处)
 */
record AgencyNameForms(List<String> fullForms, List<String> shortForms) {
  private static final List<Row> ROWS =
      TsvResource.parseRows(
          AgencyNameForms.class,
          "organisations.tsv",
          3,
          cells ->
              new Row(
                  TsvResource.requireKeyword(
                      cells.get(0), "before", "within", "optional", "ending", "common", "short"),
                  cells.get(1),
                  TsvResource.splitList(cells.get(2))));

  private static final String COMMITTEE = "委";
  private static final String COMMITTEE_IN_FULL = "委员会";

  private record Row(String kind, String replacement, List<String> words) {}

  /**
   * Words at the beginning of a name that stand before its place.
   *
   * @param end offset after them; 0 if there are none
   * @param replacement what they become in front of the rest; empty if nothing
   */
  record LeadingWords(int end, String replacement) {
    /**
     * Whether a name consists of words for the Party, such as 中共, which are left out of all forms.
     */
    boolean isParty() {
      return end > 0 && replacement.isEmpty();
    }
  }

  private static Stream<Row> rowsOf(String kind) {
    return ROWS.stream().filter(row -> row.kind().equals(kind));
  }

  /**
   * The full form of a name without places if it is a standard short name (卫生健康委员会 for 卫健委),
   * otherwise the name itself.
   */
  static String expand(String name) {
    return rowsOf("short")
        .filter(row -> row.words().contains(name))
        .findFirst()
        .map(Row::replacement)
        .orElse(name);
  }

  /** Whether a word ends like a place name but is not one: 城市 in 城市管理局. */
  static boolean isCommonNoun(String word) {
    return rowsOf("common").anyMatch(row -> row.words().contains(word));
  }

  /** The words before the place at the beginning of a folded name. */
  static LeadingWords leadingWordsOf(String name) {
    LeadingWords longest = new LeadingWords(0, "");
    for (Row row : rowsOf("before").toList()) {
      for (String prefix : row.words()) {
        if (name.startsWith(prefix) && prefix.length() > longest.end()) {
          longest = new LeadingWords(prefix.length(), row.replacement());
        }
      }
    }
    return longest;
  }

  /**
   * The forms of an agency's name.
   *
   * @param leadingWords words before its place
   * @param bodies its bodies without places, in order; one unless the name is joint
   */
  static AgencyNameForms of(LeadingWords leadingWords, List<String> bodies) {
    Set<String> fullForms = new LinkedHashSet<>();
    Set<String> shortForms = new LinkedHashSet<>();
    addForms(leadingWords, String.join("", bodies), fullForms, shortForms);
    if (bodies.size() > 1) {
      bodies.forEach(body -> addForms(new LeadingWords(0, ""), body, fullForms, shortForms));
    }
    shortForms.removeAll(fullForms);
    return new AgencyNameForms(List.copyOf(fullForms), List.copyOf(shortForms));
  }

  private static void addForms(
      LeadingWords leadingWords, String body, Set<String> fullForms, Set<String> shortForms) {
    String committee =
        leadingWords.isParty() && body.startsWith(COMMITTEE_IN_FULL)
            ? COMMITTEE + body.substring(COMMITTEE_IN_FULL.length())
            : body;
    String whole = leadingWords.replacement() + committee;
    String shortened = shorten(whole);
    fullForms.add(whole);
    fullForms.add(shortened);
    if (leadingWords.isParty() && committee.startsWith(COMMITTEE) && committee.length() > 2) {
      shortForms.add(committee.substring(1));
    }
    for (Row row : ROWS) {
      row.words().forEach(affix -> addShortForm(row, affix, shortened, shortForms));
    }
  }

  /**
   * Adds the form of a body without an affix; the replacement of the row takes the place of an
   * ending. Does nothing if the body does not have the affix, or if only one character would remain
   * of a body with an ending.
   *
   * @param affix an optional prefix or an ending, by the kind of the row
   */
  private static void addShortForm(Row row, String affix, String body, Set<String> shortForms) {
    if (row.kind().equals("optional") && body.startsWith(affix)) {
      shortForms.add(body.substring(affix.length()));
    }
    if (row.kind().equals("ending") && body.endsWith(affix)) {
      String kept = body.substring(0, body.length() - affix.length()) + row.replacement();
      if (kept.length() > 1) {
        shortForms.add(kept);
      }
    }
  }

  private static String shorten(String body) {
    String shortened = body;
    for (Row row : rowsOf("within").toList()) {
      for (String word : row.words()) {
        shortened = shortened.replace(word, row.replacement());
      }
    }
    return shortened;
  }

  /** The readings of the part of a typed name that follows its places, as typed first. */
  static List<String> readingsOf(LeadingWords leadingWords, String rest) {
    List<String> readings = new ArrayList<>(List.of(leadingWords.replacement() + rest));
    if (leadingWords.replacement().isEmpty() && rest.startsWith(COMMITTEE_IN_FULL)) {
      readings.add(COMMITTEE + rest.substring(COMMITTEE_IN_FULL.length()));
    }
    List.copyOf(readings).forEach(reading -> readings.add(shorten(reading)));
    return readings.stream().distinct().toList();
  }
}

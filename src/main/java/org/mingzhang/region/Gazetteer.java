package org.mingzhang.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All divisions of GB/T 2260 down to counties, the functional zones that publish accounts, and
 * their former names.
 *
 * <p>{@link #divisionsNamed} looks up a name, {@link #mentions} finds full names in a text, {@link
 * #leadingPlaces} reads the places at the start of an agency's name. Many names are ambiguous
 * (there are four 鼓楼区), so every result is a list; callers must choose by context. Immutable and
 * thread-safe.
 */
public final class Gazetteer {
  private static final Pattern FICTITIOUS_DIVISION =
      Pattern.compile("(99\\d{4})\\s+([^/\\s]+(?:/[^/\\s]+){0,2})");

  private final List<Division> divisions;
  private final Map<String, List<Division>> divisionsByName = new HashMap<>();
  private final NameTrie nameTrie;
  private final NameTrie fullNameTrie;

  private Gazetteer(List<Division> divisions) {
    this.divisions = divisions;
    Map<String, List<Division>> full = new HashMap<>();
    for (Division d : divisions) {
      add(full, d.name(), d);
      add(divisionsByName, d.name(), d);
      d.aliases().forEach(alias -> add(divisionsByName, alias, d));
      d.aliases().stream()
          .filter(a -> LeadingPlaceParser.hasFullNameEnding(a, d))
          .forEach(alias -> add(full, alias, d));
    }
    nameTrie = new NameTrie(divisionsByName);
    fullNameTrie = new NameTrie(full);
  }

  /** The gazetteer included in the program, loaded once. */
  public static Gazetteer standard() {
    return LazyHolder.GAZETTEER;
  }

  /**
   * All divisions, former ones included, in the order of the data files; parents before children.
   */
  public List<Division> divisions() {
    return divisions;
  }

  /**
   * The current divisions with a full or short name; the former ones if there is no current one;
   * empty if the name is unknown.
   */
  public List<Division> divisionsNamed(String name) {
    return LeadingPlaceParser.selectCurrentOrAll(divisionsByName.getOrDefault(name, List.of()));
  }

  /** The current division with this six-digit code; empty if there is none. */
  public Optional<Division> findByCode(String code) {
    return divisions.stream().filter(d -> d.isCurrent() && d.code().equals(code)).findFirst();
  }

  /**
   * The division with these full or short names from the province down: 福建省, 厦门市, 思明区. Levels above
   * the last may be left out. Current divisions take precedence. Empty if there is none or more
   * than one.
   */
  public Optional<Division> findByPath(List<String> path) {
    List<Division> found =
        path.isEmpty()
            ? List.of()
            : LeadingPlaceParser.selectCurrentOrAll(
                divisionsByName.getOrDefault(path.getLast(), List.of()).stream()
                    .filter(d -> liesIn(d, path))
                    .toList());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean liesIn(Division division, List<String> path) {
    Division d = division.parent();
    for (String above : path.subList(0, path.size() - 1).reversed()) {
      while (d != null && !d.name().equals(above) && !d.aliases().contains(above)) {
        d = d.parent();
      }
      if (d == null) {
        return false;
      }
    }
    return true;
  }

  /**
   * The division with a six-digit code or a path such as 福建省/厦门市/思明区, with {@code /}, {@code ›} or
   * {@code >} between the names; empty if there is none or more than one. Fictitious places of
   * examples are given as a code that begins with 99, which GB/T 2260 does not use, and a path of
   * up to three names: {@code 990101 示例省/样本市}.
   */
  public Optional<Division> parseCodeOrPath(String text) {
    Matcher outside = FICTITIOUS_DIVISION.matcher(text);
    if (outside.matches()) {
      return Optional.of(fictitiousDivision(outside.group(1), outside.group(2).split("/", -1)));
    }
    return text.matches("\\d{6}")
        ? findByCode(text)
        : findByPath(List.of(text.split("\\s*[/›>]\\s*")));
  }

  private static Division fictitiousDivision(String code, String[] names) {
    Division division = null;
    for (int i = 0; i < names.length; i++) {
      Division.Rank rank =
          switch (i) {
            case 0 -> Division.Rank.PROVINCE;
            case 1 -> Division.Rank.CITY;
            default -> Division.Rank.COUNTY;
          };
      division = new Division(code, names[i], division, rank, List.of(), null, null);
    }
    return Objects.requireNonNull(division);
  }

  /**
   * The chain of places at the start of a name: 福建省厦门市思明区 in 福建省厦门市思明区总工会. It has no candidates and
   * ends at 0 if the name begins with no place.
   *
   * @param name an agency's name, without white space
   */
  public PlaceChain leadingPlaces(String name) {
    return LeadingPlaceParser.parse(nameTrie, name);
  }

  /**
   * The full names of divisions in a text, in reading order and without overlaps; of several names
   * at one index, the longest. Names that are also common words (城区, 全州) are left out.
   */
  public List<Mention> mentions(CharSequence text) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      List<NameTrie.Match> matches =
          fullNameTrie.matchesAt(text, i).stream()
              .filter(m -> !isCommonWord(text, m) && !isPartOfOtherName(text, m))
              .toList();
      if (matches.isEmpty()) {
        i++;
      } else {
        NameTrie.Match longest = matches.getLast();
        found.add(
            new Mention(
                longest.start(),
                longest.end(),
                LeadingPlaceParser.selectCurrentOrAll(longest.divisions())));
        i = longest.end();
      }
    }
    return found;
  }

  private static boolean isCommonWord(CharSequence text, NameTrie.Match match) {
    return match.end() - match.start() == 2
        && LeadingPlaceParser.COMMON_WORD_NAMES.contains(
            text.subSequence(match.start(), match.end()).toString());
  }

  private static boolean isPartOfOtherName(CharSequence text, NameTrie.Match match) {
    String word = text.subSequence(match.start(), match.end()).toString();
    return match.divisions().stream()
        .allMatch(d -> LeadingPlaceParser.isPartOfOtherName(text, match.end(), word, d));
  }

  private static void add(Map<String, List<Division>> names, String name, Division division) {
    List<Division> bearers = names.computeIfAbsent(name, any -> new ArrayList<>(1));
    if (!bearers.contains(division)) {
      bearers.add(division);
    }
  }

  /**
   * A full name in a text.
   *
   * @param start index of its first character
   * @param end index after its last character
   * @param candidates the divisions it may mean, at least one: the current ones, or the former ones
   *     if none is current
   */
  public record Mention(int start, int end, List<Division> candidates) {}

  /** Creates the shared gazetteer when it is first used. */
  private static final class LazyHolder {
    static final Gazetteer GAZETTEER = new Gazetteer(GazetteerReader.read());
  }
}

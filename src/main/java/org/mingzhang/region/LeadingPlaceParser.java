package org.mingzhang.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses the places at the start of a name, each within the preceding one. */
final class LeadingPlaceParser {
  /**
   * Names that are also common words (全州 may mean a whole prefecture). They count as places only
   * after another place.
   */
  static final Set<String> COMMON_WORD_NAMES = Set.of("城区", "郊区", "矿区", "东区", "西区", "全州");

  private static final String DIVISION_ENDINGS = "省市县区州盟旗";

  private LeadingPlaceParser() {}

  /**
   * The best chain, see {@link #isPreferred}; {@link PlaceChain#NONE} if the name begins with no
   * place.
   */
  static PlaceChain parse(NameTrie names, String name) {
    PlaceChain best = PlaceChain.NONE;
    for (PlaceChain chain : findChains(names, name, 0, PlaceChain.NONE)) {
      if (isPreferred(chain, best)) {
        best = chain;
      }
    }
    return best;
  }

  private static List<PlaceChain> findChains(
      NameTrie names, String name, int from, PlaceChain parent) {
    List<PlaceChain> found = new ArrayList<>();
    for (NameTrie.Match match : names.matchesAt(name, from)) {
      for (boolean full : new boolean[] {true, false}) {
        PlaceChain chain = extend(names, name, parent, match, full);
        if (!chain.candidates().isEmpty()) {
          found.add(chain);
          if (chain.candidates().stream().anyMatch(d -> d.rank() != Division.Rank.ZONE)) {
            found.addAll(findChains(names, name, match.end(), chain));
          }
        }
      }
    }
    return found;
  }

  private static PlaceChain extend(
      NameTrie names, String name, PlaceChain parent, NameTrie.Match match, boolean onlyFullNames) {
    String word = name.substring(match.start(), match.end());
    if (parent.placeCount() == 0 && COMMON_WORD_NAMES.contains(word)) {
      return PlaceChain.NONE;
    }
    if (!onlyFullNames && endsWithFullProvinceName(parent)) {
      return PlaceChain.NONE;
    }
    if (!onlyFullNames && isPartOfMountainOrLake(name, parent, match)) {
      return PlaceChain.NONE;
    }
    if (!onlyFullNames
        && (isDivisionEnding(name, match.end()) || isPartOfWaterName(names, name, match.end()))) {
      return PlaceChain.NONE;
    }
    List<Division> fitting =
        match.divisions().stream()
            .filter(d -> !isPartOfOtherName(name, match.end(), word, d))
            .filter(d -> (d.name().equals(word) || hasFullNameEnding(word, d)) == onlyFullNames)
            .filter(d -> parent.candidates().isEmpty() || isBelow(d, parent.candidates()))
            .toList();
    if (!onlyFullNames) {
      fitting = selectHighest(fitting);
    }
    boolean allFull = onlyFullNames && (parent.candidates().isEmpty() || parent.hasOnlyFullNames());
    return new PlaceChain(
        selectCurrentOrAll(fitting), match.end(), parent.placeCount() + 1, allFull);
  }

  private static boolean isDivisionEnding(CharSequence name, int offset) {
    return offset < name.length() && DIVISION_ENDINGS.indexOf(name.charAt(offset)) >= 0;
  }

  /**
   * Whether a short name goes on as the name of a river or sea after which a division is called:
   * 横峰江市 is not named after the county 横峰县. Not if a known place begins there (连云港海州区).
   */
  private static boolean isPartOfWaterName(NameTrie names, String name, int end) {
    return isDivisionEnding(name, end + 1)
        && "河江湖海溪川".indexOf(name.charAt(end)) >= 0
        && names.matchesAt(name, end).isEmpty();
  }

  /**
   * Whether a division's name without its last character is followed by the ending of a division,
   * so that the word is not its short name there: 云州市 does not mean the district 云州区, which is
   * called 云州 for short. Always false for zones.
   *
   * @param end index in {@code name} after the word
   */
  static boolean isPartOfOtherName(CharSequence name, int end, String word, Division division) {
    return end < name.length()
        && DIVISION_ENDINGS.indexOf(name.charAt(end)) >= 0
        && division.rank() != Division.Rank.ZONE
        && division.name().length() == word.length() + 1
        && division.name().startsWith(word);
  }

  /**
   * Whether the short name of a county is the beginning of the name of a mountain or lake:
   * 宁夏贺兰山自然保护区 is not named after 贺兰 county.
   */
  private static boolean isPartOfMountainOrLake(
      String name, PlaceChain parent, NameTrie.Match match) {
    return parent.placeCount() > 0
        && match.divisions().stream().allMatch(d -> d.rank() == Division.Rank.COUNTY)
        && match.end() < name.length()
        && "山湖".indexOf(name.charAt(match.end())) >= 0;
  }

  /**
   * Whether the chain is the full name of a province other than a municipality (北京市). After it,
   * only full names are read as places: 湖北省汉川监狱 belongs to the province.
   */
  private static boolean endsWithFullProvinceName(PlaceChain parent) {
    return parent.hasOnlyFullNames()
        && parent.candidates().stream().allMatch(d -> d.parent() == null)
        && parent.candidates().stream().noneMatch(d -> d.name().endsWith("市"));
  }

  /**
   * The divisions not outranked by another with the same short name: 长沙 is the city, not the county
   * in it; 朝阳 may be the city or districts elsewhere.
   */
  private static List<Division> selectHighest(List<Division> divisions) {
    return divisions.stream()
        .filter(d -> divisions.stream().noneMatch(o -> isHigherThan(o, d)))
        .toList();
  }

  private static boolean isHigherThan(Division one, Division other) {
    return one.rank().compareTo(other.rank()) < 0
        && (one.rank() == Division.Rank.PROVINCE || other.isWithin(one));
  }

  private static boolean isBelow(Division division, List<Division> parents) {
    return parents.stream().anyMatch(a -> !a.equals(division) && division.isWithin(a));
  }

  /**
   * Whether a chain is better than the best so far: longer, or as long with full names only, or of
   * higher divisions.
   */
  private static boolean isPreferred(PlaceChain chain, PlaceChain best) {
    if (chain.end() != best.end()) {
      return chain.end() > best.end();
    }
    return chain.hasOnlyFullNames() != best.hasOnlyFullNames()
        ? chain.hasOnlyFullNames()
        : isHigher(chain, best);
  }

  private static boolean isHigher(PlaceChain chain, PlaceChain other) {
    return chain.candidates().stream()
        .anyMatch(c -> other.candidates().stream().allMatch(o -> c.rank().compareTo(o.rank()) < 0));
  }

  /**
   * Whether an alias has the ending of a full name: 恩施州 does, 恩施 does not. For a zone, every alias
   * of at least four characters counts as a full name.
   */
  static boolean hasFullNameEnding(String alias, Division division) {
    if (alias.equals(division.name())) {
      return true;
    }
    char last = alias.charAt(alias.length() - 1);
    return division.rank() == Division.Rank.ZONE
        ? alias.length() >= 4
        : DIVISION_ENDINGS.indexOf(last) >= 0;
  }

  /** The current divisions, or all if none is current. */
  static List<Division> selectCurrentOrAll(List<Division> divisions) {
    List<Division> current = divisions.stream().filter(Division::isCurrent).toList();
    return current.isEmpty() ? divisions : current;
  }
}

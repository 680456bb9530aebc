package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.PatternTable;

/**
 * Finds items of the functional classification. A text prints each level of an item as a name with
 * a code, with the mark of the level (类), (款), (项) or both, in any order: 行政运行(2010301),
 * 2010301行政运行, 2010301(行政运行), 行政运行(项), 行政运行(2010301项), 2010301项. The digits of a code are its
 * level, also without a mark. Levels that stand next to each other, the higher one first, are one
 * item; so are levels joined by hyphens. The forms of codes and marks are rows of the table of
 * patterns.
 */
public final class FunctionalItemScanner {
  private static final BudgetClassification CLASSIFICATION = BudgetClassification.functional();
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FunctionalItemScanner.class);
  private static final Pattern CODE_FIRST = PATTERNS.get("code-first");
  private static final Pattern CODE_IN_BRACKETS = PATTERNS.get("code-in-brackets");
  private static final Pattern LEVEL_MARK = PATTERNS.get("mark");
  private static final Pattern HYPHENATED_PATH = PATTERNS.get("hyphenated-path");
  private static final Pattern AFTER_CODED_NAME = PATTERNS.get("after-coded-name");
  private static final Pattern NAME_AFTER_CODE = PATTERNS.get("name-after-code");
  private static final Pattern WORDS_BEFORE_MARK = PATTERNS.get("words-before-mark");
  private static final Pattern INTRODUCTION = PATTERNS.get("introduction");
  private static final Pattern AMOUNT = PATTERNS.get("amount");
  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}、“”]{2,40}");
  private static final Pattern NON_DIGITS = Pattern.compile("\\D");

  /** Digits of a code of the lowest level (项). */
  private static final int MAX_CODE_LENGTH = 7;

  private static final String LEVELS = "类款项";
  private static final String EXPENDITURE = "支出";

  /**
   * Characters that may precede a name that forms a whole clause: stops and the last characters of
   * list marks.
   */
  private static final String CHARACTERS_BEFORE_NAME = "，。；：)\n.";

  private static final int MAX_NAME_LENGTH = 40;

  /**
   * A level as it is printed.
   *
   * @param name its name; empty for a mark that follows another level without a name
   * @param code its code; empty if none is printed
   * @param depth 1 for 类, 2 for 款, 3 for 项
   */
  private record Level(int start, int end, String name, String code, int depth) {}

  private final String text;
  private final NavigableMap<Integer, Level> levels = new TreeMap<>();
  private final Map<Integer, ProseToken.Item> items = new HashMap<>();

  private FunctionalItemScanner(String text) {
    this.text = text;
  }

  /** Finds all items of the functional classification in a folded text. */
  static FunctionalItemScanner scan(String text) {
    FunctionalItemScanner scanner = new FunctionalItemScanner(text);
    scanner.scanHyphenated();
    if (text.contains("2")) {
      CODE_IN_BRACKETS.matcher(text).results().forEach(scanner::addNameBeforeCode);
      CODE_FIRST.matcher(text).results().forEach(scanner::addNameAfterCode);
    }
    scanner.addMarkedLevels();
    scanner.joinLevels();
    return scanner;
  }

  /**
   * Adds the item that ends in a code in brackets, if the code has the name before it or no name.
   */
  private void addNameBeforeCode(MatchResult coded) {
    String code = NON_DIGITS.matcher(coded.group("code")).replaceAll("");
    String printed = coded.group("name");
    int start = coded.start();
    for (String name : namesOf(code)) {
      String suffix = printed.endsWith(name) ? name : name + EXPENDITURE;
      if (printed.endsWith(suffix)) {
        int from = coded.end("name") - suffix.length();
        boolean path = isEndOfPath(text.substring(start, from), code);
        addLevel(new Level(path ? start : from, coded.end(), name, code, depthOf(code)));
        return;
      }
    }
    if (mayBeUnlistedItem(code)
        && (start == 0 || CHARACTERS_BEFORE_NAME.indexOf(text.charAt(start - 1)) >= 0)) {
      addLevel(new Level(start, coded.end(), printed, code, depthOf(code)));
    }
  }

  /**
   * Adds the item that begins with a code, if it has the name of the code, perhaps after those of
   * the levels above it, or no name.
   */
  private void addNameAfterCode(MatchResult coded) {
    String code = NON_DIGITS.matcher(coded.group("code")).replaceAll("");
    boolean enclosed = text.startsWith("(", coded.end());
    int from = enclosed ? coded.end() + 1 : coded.end();
    for (String name : namesOf(code)) {
      for (int at : List.of(from, findEndOfPath(from, code))) {
        int end = at + name.length();
        if (text.startsWith(name, at)
            && (enclosed ? text.startsWith(")", end) : isFollowedBy(AFTER_CODED_NAME, end))) {
          addCodedLevel(coded, end, enclosed, name, code);
          return;
        }
      }
    }
    Matcher name = NAME_AFTER_CODE.matcher(text).region(from, text.length());
    boolean marked = !Character.isDigit(text.charAt(coded.end("code") - 1));
    if (mayBeUnlistedItem(code)
        && name.lookingAt()
        && (!enclosed || text.startsWith(")", name.end()))) {
      addCodedLevel(coded, name.end(), enclosed, name.group(), code);
    } else if (marked && isFollowedBy(AMOUNT, coded.end()) && !namesOf(code).isEmpty()) {
      addLevel(
          new Level(coded.start(), coded.end(), namesOf(code).getFirst(), code, depthOf(code)));
    }
  }

  private void addCodedLevel(
      MatchResult coded, int endOfName, boolean isNameInBrackets, String name, String code) {
    int end = isNameInBrackets ? endOfName + 1 : endOfName;
    Matcher mark = LEVEL_MARK.matcher(text).region(end, text.length());
    addLevel(
        new Level(coded.start(), mark.lookingAt() ? mark.end() : end, name, code, depthOf(code)));
  }

  /**
   * Adds the levels that are marked by 类, 款 or 项, or by a code in brackets, and that no level with
   * a code of its own covers.
   */
  private void addMarkedLevels() {
    Matcher mark = LEVEL_MARK.matcher(text);
    while (mark.find()) {
      Map.Entry<Integer, Level> before = levels.lowerEntry(mark.end());
      int end = before == null ? 0 : before.getValue().end();
      String level = mark.group("level");
      if (end > mark.start() || (level == null && levels.isEmpty())) {
        continue;
      }
      int from = findNameStart(end, mark.start());
      String name = text.substring(from, mark.start());
      String code =
          before == null || from > end
              ? ""
              : before.getValue().code() + NON_DIGITS.matcher(mark.group()).replaceAll("");
      List<String> listed = namesOf(code);
      boolean unlisted =
          listed.isEmpty() && from == end && !name.isEmpty() && mayBeUnlistedItem(code);
      boolean coded = unlisted || listed.contains(name);
      if (coded || level != null) {
        int depth = coded ? depthOf(code) : 1 + LEVELS.indexOf(level);
        addLevel(new Level(from, mark.end(), name, coded ? code : "", depth));
      }
    }
  }

  private void addLevel(Level level) {
    Map.Entry<Integer, Level> before = levels.lowerEntry(level.end());
    if (before == null || before.getValue().end() <= level.start()) {
      levels.put(level.start(), level);
    }
  }

  /**
   * Makes an item of each level and of those that follow it directly, each level below the previous
   * one.
   */
  private void joinLevels() {
    ProseToken.Item last = null;
    int depth = 0;
    for (Level level : levels.values()) {
      ProseToken.Item above =
          last != null && last.end() == level.start() && level.depth() > depth ? last : null;
      List<String> names = new ArrayList<>();
      if (!level.code().isEmpty()) {
        names.addAll(CLASSIFICATION.findAncestorNames(level.code()));
      } else if (above != null) {
        names.addAll(above.levels());
      }
      if (!level.name().isEmpty()) {
        names.add(level.name());
      }
      int first = !level.code().isEmpty() ? 1 : above != null ? above.firstDepth() : level.depth();
      int start = above != null ? above.start() : level.start();
      last = new ProseToken.Item(start, level.end(), names, first, level.code());
      depth = level.depth();
      if (!names.isEmpty()) {
        items.put(start, last);
      }
    }
  }

  private static int depthOf(String code) {
    return code.length() / 2;
  }

  private boolean isFollowedBy(Pattern pattern, int offset) {
    return pattern.matcher(text).region(offset, text.length()).lookingAt();
  }

  /** The names of a code as texts print them, the newest first; each also without 支出 at its end. */
  private static List<String> namesOf(String code) {
    return CLASSIFICATION.findByCode(code).stream()
        .map(entry -> ChartOfAccounts.normalize(entry.name()))
        .flatMap(name -> Stream.of(name, BudgetClassification.withoutExpenditure(name)))
        .distinct()
        .toList();
  }

  /**
   * Whether a code has the length of the lowest level and lies within a class of the
   * classification, so that it may be the code of an item that the classification does not list.
   */
  private static boolean mayBeUnlistedItem(String code) {
    return code.length() == MAX_CODE_LENGTH && !CLASSIFICATION.findAncestorNames(code).isEmpty();
  }

  /**
   * Whether words are the names of the two levels above a code, one after the other, or the end of
   * them.
   */
  private static boolean isEndOfPath(String words, String code) {
    String upper =
        ChartOfAccounts.normalize(String.join("", CLASSIFICATION.findAncestorNames(code)));
    return words.length() > 1 && upper.endsWith(ChartOfAccounts.normalize(words));
  }

  /**
   * The offset after the names of the levels above a code that are printed from an offset on; that
   * offset itself if there are none.
   */
  private int findEndOfPath(int from, String code) {
    int end = from;
    for (String name : CLASSIFICATION.findAncestorNames(code)) {
      String printed = ChartOfAccounts.normalize(name);
      end = text.startsWith(printed, end) ? end + printed.length() : end;
    }
    return end;
  }

  /** Finds items with levels joined by hyphens: 教育支出-普通教育-小学教育. */
  private void scanHyphenated() {
    if (text.indexOf("支出-") < 0) {
      return;
    }
    Matcher path = HYPHENATED_PATH.matcher(text);
    while (path.find()) {
      String top = path.group("top");
      for (int at = 0; at < top.length() - 3; at++) {
        if (!CLASSIFICATION.findByName(top.substring(at)).isEmpty()) {
          List<String> names = new ArrayList<>();
          names.add(top.substring(at));
          names.addAll(List.of(path.group("below").split("-")));
          int start = path.start("top") + at;
          items.put(start, new ProseToken.Item(start, path.end(), names, 1, ""));
          break;
        }
      }
    }
  }

  /** Offset at which the name that ends at {@code end} starts. */
  private int findNameStart(int endOfLastItem, int end) {
    if (endOfLastItem > 0 && NAME.matcher(text).region(endOfLastItem, end).matches()) {
      return text.charAt(endOfLastItem) == '、' ? endOfLastItem + 1 : endOfLastItem;
    }
    Matcher words =
        WORDS_BEFORE_MARK.matcher(text).region(Math.max(endOfLastItem, end - MAX_NAME_LENGTH), end);
    int from = words.find() ? words.start() : end;
    if (from == endOfLastItem && endOfLastItem > 0) {
      return from;
    }
    for (int at = from; at < end - 1; at++) {
      if (!CLASSIFICATION.findByPrintedName(text.substring(at, end)).isEmpty()) {
        return at;
      }
    }
    Matcher introduction = INTRODUCTION.matcher(text).region(from, end);
    return introduction.lookingAt() ? introduction.end() : from;
  }

  /** The item that starts at an offset; null if none starts there. */
  ProseToken.@Nullable Item itemAt(int offset) {
    return items.get(offset);
  }
}

package org.mingzhang.statement.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.text.PatternTable;

/**
 * Finds items of the functional classification: by the marks of their levels (类), (款), (项), also
 * with codes in the brackets, (204类); by levels joined by hyphens; and by codes. The name of the
 * first level starts after the preceding stop, number or word of time, or where a name of the
 * classification starts.
 */
public final class FunctionalItemScanner {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FunctionalItemScanner.class);
  private static final Pattern LEVEL_MARK = PATTERNS.get("mark");
  private static final Pattern HYPHENATED_PATH = PATTERNS.get("joined");

  /** Units of numbers: 2082501万元 is an amount and no code. */
  private static final String UNIT = "(?:[十百千]?[万亿]|千)?元|[万亿]|人次|个百分点";

  private static final Pattern CODE_BEFORE_NAME =
      Pattern.compile(
          "(?<![\\d.(])(?<code>2[0-3]\\d(?:\\d\\d){0,2})[-—]*(?!" + UNIT + ")(?=\\p{IsHan})");
  private static final Pattern NAME_BEFORE_CODE =
      Pattern.compile(
          "(?<name>[\\p{IsHan}、“”]{2,40}+(?:\\([\\p{IsHan}、]{1,12}\\)[\\p{IsHan}、“”]{1,40}+){0,2})\\((?<code>2[0-3]\\d(?:\\d\\d){1,2})\\)");
  private static final Pattern AFTER_CODED_ITEM = PATTERNS.get("after-coded-item");

  private static final Pattern EXPENDITURE_SUFFIX = PATTERNS.get("flow-after-name");

  /** Digits of a code of the lowest level (项). */
  private static final int MAX_CODE_LENGTH = 7;

  private static final Pattern NAME_AFTER_CODE = PATTERNS.get("name-after-code");

  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}、“”]{2,40}");
  private static final String NAME_STOPS = "，。；：、%0123456789";

  /**
   * Characters that may precede a name that forms a whole clause: stops and the last characters of
   * list marks.
   */
  private static final String CHARACTERS_BEFORE_NAME = "，。；：)\n.";

  private static final int MAX_NAME_LENGTH = 40;

  private final Map<Integer, ProseToken.Item> items;

  private FunctionalItemScanner(Map<Integer, ProseToken.Item> items) {
    this.items = items;
  }

  /** Finds all items of the functional classification in a folded text. */
  static FunctionalItemScanner scan(String text) {
    Map<Integer, ProseToken.Item> items = new HashMap<>();
    scanHyphenated(text, items);
    scanNamesAfterCodes(text, items);
    scanNamesBeforeCodes(text, items);
    if (text.indexOf("类)") < 0 && text.indexOf("款)") < 0 && text.indexOf("项)") < 0) {
      return new FunctionalItemScanner(items);
    }
    Matcher mark = LEVEL_MARK.matcher(text);
    int end = 0;
    List<String> levels = new ArrayList<>();
    int start = -1;
    int first = 0;
    while (mark.find()) {
      int depth = 1 + "类款项".indexOf(text.charAt(text.indexOf(')', mark.start()) - 1));
      int from = findNameStart(text, end, mark.start());
      boolean goesOn = !levels.isEmpty() && from == end && depth > first + levels.size() - 1;
      if (!goesOn) {
        addItem(items, start, end, levels, first);
        levels = new ArrayList<>();
        start = from;
        first = depth;
      }
      if (from < mark.start()) {
        levels.add(text.substring(from, mark.start()));
      }
      end = mark.end();
    }
    addItem(items, start, end, levels, first);
    return new FunctionalItemScanner(items);
  }

  /** Finds items by a name that precedes its code: 水土保持(2130310). */
  private static void scanNamesBeforeCodes(String text, Map<Integer, ProseToken.Item> items) {
    if (!text.contains("(2")) {
      return;
    }
    Matcher coded = NAME_BEFORE_CODE.matcher(text);
    while (coded.find()) {
      String printed = coded.group("name");
      addUnlistedItemBeforeCode(text, coded, items);
      for (BudgetClassification.Entry entry :
          BudgetClassification.functional().findByCode(coded.group("code"))) {
        String full = entry.name().replace('（', '(').replace('）', ')');
        String name = printed.endsWith(full) ? full : withoutExpenditureSuffix(entry.name());
        if (printed.endsWith(name)) {
          int start = coded.end("name") - name.length();
          boolean path = isEndOfPath(text.substring(coded.start(), start), entry.code());
          addItemOfEntry(items, path ? coded.start() : start, coded.end(), entry, name);
          break;
        }
      }
    }
  }

  /** Whether words are the names of the levels above a code, or of the lower one, set together. */
  private static boolean isEndOfPath(String words, String code) {
    String levels = ChartOfAccounts.normalize(String.join("", namesOfLevelsAbove(code)));
    return words.length() > 1 && levels.endsWith(ChartOfAccounts.normalize(words));
  }

  /**
   * Adds the clause before a code of the lowest level as an item if the classification has a class
   * of the code. If it has the code under this name, the caller replaces the item.
   */
  private static void addUnlistedItemBeforeCode(
      String text, Matcher coded, Map<Integer, ProseToken.Item> items) {
    int start = coded.start();
    List<String> levels = namesOfLevelsAbove(coded.group("code"));
    if (coded.group("code").length() == MAX_CODE_LENGTH
        && !levels.isEmpty()
        && (start == 0 || CHARACTERS_BEFORE_NAME.indexOf(text.charAt(start - 1)) >= 0)) {
      levels.add(coded.group("name"));
      items.put(start, new ProseToken.Item(start, coded.end(), levels, 1));
    }
  }

  /**
   * Finds items by a code before the name that the classification gives it:
   * 2080505机关事业单位基本养老保险缴费支出.
   */
  private static void scanNamesAfterCodes(String text, Map<Integer, ProseToken.Item> items) {
    Matcher code = CODE_BEFORE_NAME.matcher(text);
    while (code.find()) {
      addUnlistedItemAfterCode(text, code, items);
      for (BudgetClassification.Entry entry :
          BudgetClassification.functional().findByCode(code.group("code"))) {
        String name =
            text.startsWith(entry.name(), code.end())
                ? entry.name()
                : withoutExpenditureSuffix(entry.name());
        int end = code.end() + name.length();
        if (text.startsWith(name, code.end())
            && AFTER_CODED_ITEM.matcher(text).region(end, text.length()).lookingAt()) {
          addItemOfEntry(items, code.start(), skipLevelMark(text, end), entry, name);
          break;
        }
      }
    }
  }

  /**
   * Adds the name after a code of the lowest level as an item if the classification has a class of
   * the code: 2130207森林资源管理. If it has the code under this name, the caller replaces the item.
   */
  private static void addUnlistedItemAfterCode(
      String text, Matcher code, Map<Integer, ProseToken.Item> items) {
    Matcher name = NAME_AFTER_CODE.matcher(text).region(code.end(), text.length());
    List<String> levels = namesOfLevelsAbove(code.group("code"));
    if (code.group("code").length() == MAX_CODE_LENGTH && !levels.isEmpty() && name.lookingAt()) {
      levels.add(name.group());
      items.put(
          code.start(),
          new ProseToken.Item(code.start(), skipLevelMark(text, name.end()), levels, 1));
    }
  }

  /** A name of the classification without 支出 at its end, as texts print it. */
  public static String withoutExpenditureSuffix(String name) {
    return EXPENDITURE_SUFFIX.matcher(name).replaceFirst("");
  }

  /** Adds the item of an entry under its printed name, below the names of its class. */
  private static void addItemOfEntry(
      Map<Integer, ProseToken.Item> items,
      int start,
      int end,
      BudgetClassification.Entry entry,
      String printed) {
    List<String> levels = namesOfLevelsAbove(entry.code());
    levels.add(printed);
    items.put(start, new ProseToken.Item(start, end, levels, 1));
  }

  private static List<String> namesOfLevelsAbove(String code) {
    List<String> levels = new ArrayList<>();
    for (int length = 3; length < code.length(); length += 2) {
      List<BudgetClassification.Entry> upper =
          BudgetClassification.functional().findByCode(code.substring(0, length));
      if (!upper.isEmpty()) {
        levels.add(upper.getFirst().name());
      }
    }
    return levels;
  }

  private static int skipLevelMark(String text, int end) {
    return text.startsWith("(项)", end) || text.startsWith("(款)", end) || text.startsWith("(类)", end)
        ? end + 3
        : end;
  }

  /** Finds items with levels joined by hyphens: 教育支出-普通教育-小学教育. */
  private static void scanHyphenated(String text, Map<Integer, ProseToken.Item> items) {
    if (text.indexOf("支出-") < 0) {
      return;
    }
    Matcher path = HYPHENATED_PATH.matcher(text);
    while (path.find()) {
      String top = path.group("top");
      for (int at = 0; at < top.length() - 3; at++) {
        if (!BudgetClassification.functional().findByName(top.substring(at)).isEmpty()) {
          List<String> levels = new ArrayList<>();
          levels.add(top.substring(at));
          levels.addAll(List.of(path.group("below").split("-")));
          int start = path.start("top") + at;
          items.put(start, new ProseToken.Item(start, path.end(), levels, 1));
          break;
        }
      }
    }
  }

  private static void addItem(
      Map<Integer, ProseToken.Item> items,
      int start,
      int end,
      List<String> levels,
      int firstDepth) {
    if (!levels.isEmpty()) {
      items.put(start, new ProseToken.Item(start, end, levels, firstDepth));
    }
  }

  /** Offset at which the name that ends at {@code end} starts. */
  private static int findNameStart(String text, int endOfLastItem, int end) {
    if (endOfLastItem > 0 && NAME.matcher(text).region(endOfLastItem, end).matches()) {
      return text.charAt(endOfLastItem) == '、' ? endOfLastItem + 1 : endOfLastItem;
    }
    int from = end;
    int lowest = Math.max(endOfLastItem, end - MAX_NAME_LENGTH);
    int depth = 0;
    while (from > lowest && !(depth == 0 && NAME_STOPS.indexOf(text.charAt(from - 1)) >= 0)) {
      from--;
      char c = text.charAt(from);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth < 0) {
        from++;
        break;
      }
    }
    if (from == endOfLastItem && endOfLastItem > 0) {
      return from;
    }
    for (int at = from; at < end - 1; at++) {
      String name = text.substring(at, end);
      if (!BudgetClassification.functional().findByName(name).isEmpty()
          || !BudgetClassification.functional().findByName(name + "支出").isEmpty()) {
        return at;
      }
    }
    return indexAfterIntroducingWord(text, from, end);
  }

  private static int indexAfterIntroducingWord(String text, int from, int end) {
    int best = from;
    if (end - 1 <= from) {
      return from;
    }
    for (String word : List.of("年度", "年", "其中", "用于", "主要是", "包括", "的", "安排")) {
      int at = from + text.substring(from, end - 1).lastIndexOf(word);
      if (at >= from && at + word.length() < end) {
        best = Math.max(best, at + word.length());
      }
    }
    return best;
  }

  /** The item that starts at an offset; null if none starts there. */
  ProseToken.@Nullable Item itemAt(int offset) {
    return items.get(offset);
  }
}

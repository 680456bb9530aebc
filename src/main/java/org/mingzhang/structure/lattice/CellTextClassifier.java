package org.mingzhang.structure.lattice;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.indicator.IndicatorLevelNames.PossibleLevels;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TextFunctionCache;
import org.mingzhang.text.TsvResource;

/** Determines the classes of a cell's text. Stateless. */
public final class CellTextClassifier {
  private static final Pattern CURRENCY_SIGN_OR_SEPARATOR = Pattern.compile("[￥¥,，]");

  private static final Map<CellTextClass, Pattern> CLASS_PATTERNS = readPatterns();

  /** The patterns of all classes as groups of one pattern, so that a text is matched once. */
  private static final Pattern ANY_CLASS =
      Pattern.compile(
          CLASS_PATTERNS.values().stream()
              .map(pattern -> "(" + pattern + ")")
              .collect(Collectors.joining("|")));

  private static final List<CellTextClass> CLASS_OF_GROUP = List.copyOf(CLASS_PATTERNS.keySet());
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CellTextClassifier.class);
  private static final Pattern SATISFACTION = PATTERNS.get("satisfaction");

  private static final TextFunctionCache<Set<CellTextClass>> CLASSES =
      new TextFunctionCache<>(text -> Collections.unmodifiableSet(findClasses(text)));

  private CellTextClassifier() {}

  private static Map<CellTextClass, Pattern> readPatterns() {
    Map<CellTextClass, Pattern> patterns = new EnumMap<>(CellTextClass.class);
    TsvResource.forEachRow(
        LatticeCosts.class,
        "cell-text-classes.tsv",
        2,
        r -> patterns.put(CellTextClass.valueOf(r.get(0)), Pattern.compile(r.get(1))));
    return patterns;
  }

  /**
   * Returns the classes of a text without white space, at least one. A number has all number
   * classes that match; a place is also {@link CellTextClass#SHORT_TEXT}; a name such as 服务对象满意度
   * has {@link CellTextClass#LEVEL2} and {@link CellTextClass#SHORT_TEXT}. Any other text has
   * exactly one class.
   */
  public static Set<CellTextClass> classify(String text) {
    return CLASSES.getOrCompute(text);
  }

  private static Set<CellTextClass> findClasses(String text) {
    PossibleLevels levels = IndicatorLevelNames.findPossibleLevels(text);
    if (levels.mayBeEitherLevel()) {
      return EnumSet.of(CellTextClass.EITHER_LEVEL);
    }
    if (SATISFACTION.matcher(text).matches()) {
      return EnumSet.of(CellTextClass.LEVEL2, CellTextClass.SHORT_TEXT);
    }
    if (levels.isFirstLevel() || levels.isSecondLevel()) {
      return EnumSet.of(
          levels.isFirstLevel() && levels.isSecondLevel()
              ? CellTextClass.EITHER_LEVEL
              : levels.isFirstLevel() ? CellTextClass.LEVEL1 : CellTextClass.LEVEL2);
    }
    Matcher match = ANY_CLASS.matcher(text);
    CellTextClass first = CellTextClass.WORDS;
    if (match.matches()) {
      for (int i = 1; first == CellTextClass.WORDS && i <= match.groupCount(); i++) {
        first = match.start(i) < 0 ? first : CLASS_OF_GROUP.get(i - 1);
      }
    }
    return first.isNumber() ? classifyNumber(text) : classifyWords(first, text);
  }

  /** Whether a class is among those that {@link #classify} returns for a text. */
  public static boolean isOfClass(String text, CellTextClass textClass) {
    // A class before NAMED_LEVEL that has a pattern is given only to texts that match it. This
    // test avoids the classification of most texts.
    Pattern own =
        textClass.compareTo(CellTextClass.NAMED_LEVEL) < 0 ? CLASS_PATTERNS.get(textClass) : null;
    return (own == null || own.matcher(text).matches()) && classify(text).contains(textClass);
  }

  private static Set<CellTextClass> classifyWords(CellTextClass textClass, String text) {
    boolean plain = textClass.compareTo(CellTextClass.NAMED_LEVEL) >= 0;
    if (plain && PerformanceFormTitles.isTitle(text)) {
      return EnumSet.of(CellTextClass.TITLE);
    }
    return textClass == CellTextClass.PLACE
        ? EnumSet.of(CellTextClass.PLACE, CellTextClass.SHORT_TEXT)
        : EnumSet.of(textClass);
  }

  private static Set<CellTextClass> classifyNumber(String text) {
    Set<CellTextClass> found = EnumSet.noneOf(CellTextClass.class);
    CLASS_PATTERNS.forEach(
        (textClass, pattern) -> {
          if (textClass.isNumber() && pattern.matcher(text).matches()) {
            found.add(textClass);
          }
        });
    return found;
  }

  /**
   * Whether a text is a number, perhaps with a sign, a currency sign and separators of thousands,
   * but without a unit. {@link Double#parseDouble} does not accept all of these; see {@link
   * #toNumber}.
   */
  public static boolean isNumber(String text) {
    Pattern number = CLASS_PATTERNS.get(CellTextClass.NUMBER);
    return number != null && number.matcher(text).matches();
  }

  /**
   * The value of a text that {@link #isNumber} accepts, without its currency sign and separators.
   */
  public static double toNumber(String text) {
    return Double.parseDouble(
        CURRENCY_SIGN_OR_SEPARATOR
            .matcher(text.replace('−', '-').replace('－', '-'))
            .replaceAll(""));
  }

  /** Whether a text begins with an ASCII digit. */
  static boolean startsWithDigit(String text) {
    return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }
}

package org.mingzhang.structure.lattice;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/** Determines the classes of a cell's text. Stateless. */
public final class CellTextClassifier {
  private static final Map<CellTextClass, Pattern> CLASS_PATTERNS = readPatterns();
  private static final Set<CellTextClass> NUMBER_CLASSES =
      EnumSet.of(
          CellTextClass.POINTS, CellTextClass.ORDINAL, CellTextClass.CODE, CellTextClass.NUMBER);

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CellTextClassifier.class);
  private static final Pattern SATISFACTION = PATTERNS.get("satisfaction");

  private CellTextClassifier() {}

  private static Map<CellTextClass, Pattern> readPatterns() {
    Map<CellTextClass, Pattern> patterns = new EnumMap<>(CellTextClass.class);
    TsvResource.forEachRow(
        LatticeCosts.class,
        "cell-text-classes.tsv",
        2,
        row -> {
          patterns.put(CellTextClass.valueOf(row.get(0)), Pattern.compile(row.get(1)));
        });
    return patterns;
  }

  /** Returns the classes of a text: exactly one, or for numbers all that match. */
  public static Set<CellTextClass> classify(String text) {
    if (IndicatorLevelNames.isFirstOrSecondLevel(text)) {
      return EnumSet.of(CellTextClass.EITHER);
    }
    if (SATISFACTION.matcher(text).matches()) {
      return EnumSet.of(CellTextClass.LEVEL2, CellTextClass.SHORT);
    }
    boolean first = IndicatorLevelNames.isFirstLevel(text);
    boolean second = IndicatorLevelNames.isSecondLevel(text);
    if (first || second) {
      return EnumSet.of(
          first && second
              ? CellTextClass.EITHER
              : first ? CellTextClass.LEVEL1 : CellTextClass.LEVEL2);
    }
    for (Map.Entry<CellTextClass, Pattern> textClass : CLASS_PATTERNS.entrySet()) {
      if (textClass.getValue().matcher(text).matches()) {
        return textClass.getKey().isNumber()
            ? classifyNumber(text)
            : classifyWords(textClass.getKey(), text);
      }
    }
    return EnumSet.of(CellTextClass.WORDS);
  }

  private static Set<CellTextClass> classifyWords(CellTextClass textClass, String text) {
    boolean plain = textClass.compareTo(CellTextClass.NAMED_LEVEL) >= 0;
    if (plain && PerformanceFormTitles.isTitle(text)) {
      return EnumSet.of(CellTextClass.TITLE);
    }
    return textClass == CellTextClass.PLACE
        ? EnumSet.of(CellTextClass.PLACE, CellTextClass.SHORT)
        : EnumSet.of(textClass);
  }

  private static Set<CellTextClass> classifyNumber(String text) {
    Set<CellTextClass> found = EnumSet.noneOf(CellTextClass.class);
    for (CellTextClass textClass : NUMBER_CLASSES) {
      Pattern pattern = CLASS_PATTERNS.get(textClass);
      if (pattern != null && pattern.matcher(text).matches()) {
        found.add(textClass);
      }
    }
    return found;
  }

  /** Whether a text is a number and nothing else. */
  public static boolean isNumber(String text) {
    Pattern number = CLASS_PATTERNS.get(CellTextClass.NUMBER);
    return number != null && number.matcher(text).matches();
  }
}

package org.mingzhang.structure.lattice;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.LevelWords;
import org.mingzhang.text.TsvResource;

/** Determines the shapes of a cell's text. Stateless. */
public final class CellShapes {
  private static final Map<CellShape, Pattern> PATTERNS = readPatterns();
  private static final Set<CellShape> NUMBERS =
      EnumSet.of(CellShape.POINTS, CellShape.ORDINAL, CellShape.CODE, CellShape.NUMBER);

  /** Names a kind of indicator in some forms and an indicator in others. */
  private static final Pattern SATISFACTION = Pattern.compile("(?!.*指标).{2,12}满意(?:度|率)");

  private CellShapes() {}

  private static Map<CellShape, Pattern> readPatterns() {
    Map<CellShape, Pattern> patterns = new EnumMap<>(CellShape.class);
    for (List<String> row : TsvResource.rows(CostModel.class, "cell-shapes.tsv", 2)) {
      patterns.put(CellShape.valueOf(row.get(0)), Pattern.compile(row.get(1)));
    }
    return patterns;
  }

  /** The shapes of a text: exactly one, except for numbers, which have all that match. */
  public static Set<CellShape> classify(String text) {
    if (LevelWords.isFirstOrSecondLevel(text)) {
      return EnumSet.of(CellShape.EITHER);
    }
    if (SATISFACTION.matcher(text).matches()) {
      return EnumSet.of(CellShape.LEVEL2, CellShape.SHORT);
    }
    boolean first = LevelWords.isFirst(text);
    boolean second = LevelWords.isSecond(text);
    if (first || second) {
      return EnumSet.of(
          first && second ? CellShape.EITHER : first ? CellShape.LEVEL1 : CellShape.LEVEL2);
    }
    for (Map.Entry<CellShape, Pattern> shape : PATTERNS.entrySet()) {
      if (shape.getValue().matcher(text).matches()) {
        return shape.getKey().isNumber() ? classifyNumber(text) : classifyWords(shape.getKey(), text);
      }
    }
    return EnumSet.of(CellShape.WORDS);
  }

  private static Set<CellShape> classifyWords(CellShape shape, String text) {
    boolean plain = shape.compareTo(CellShape.NAMED_LEVEL) >= 0;
    return EnumSet.of(plain && FormTitles.isTitle(text) ? CellShape.TITLE : shape);
  }

  private static Set<CellShape> classifyNumber(String text) {
    Set<CellShape> found = EnumSet.noneOf(CellShape.class);
    for (CellShape shape : NUMBERS) {
      Pattern pattern = PATTERNS.get(shape);
      if (pattern != null && pattern.matcher(text).matches()) {
        found.add(shape);
      }
    }
    return found;
  }

  /** Whether a text is a number and nothing else. */
  public static boolean isNumber(String text) {
    Pattern number = PATTERNS.get(CellShape.NUMBER);
    return number != null && number.matcher(text).matches();
  }
}

package org.mingzhang.structure.lattice;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.LevelWords;

/** Tells the shape of a cell. Stateless. */
public final class Shapes {
  private static final Map<CellShape, Pattern> PATTERNS = patterns();
  private static final Set<CellShape> NUMBERS =
      EnumSet.of(CellShape.POINTS, CellShape.ORDINAL, CellShape.CODE, CellShape.NUMBER);

  /** A kind of indicator in some forms, the name of one in others. */
  private static final Pattern SATISFACTION = Pattern.compile("(?!.*指标).{2,12}满意(?:度|率)");

  private Shapes() {}

  private static Map<CellShape, Pattern> patterns() {
    Map<CellShape, Pattern> patterns = new EnumMap<>(CellShape.class);
    for (List<String> row : CostTables.rows("cell-shapes.tsv")) {
      patterns.put(CellShape.valueOf(row.get(0)), Pattern.compile(row.get(1)));
    }
    return patterns;
  }

  /** The shapes of a text: one, or for a number all that it may be. */
  public static Set<CellShape> of(String text) {
    if (LevelWords.either(text)) {
      return EnumSet.of(CellShape.EITHER);
    }
    if (SATISFACTION.matcher(text).matches()) {
      return EnumSet.of(CellShape.LEVEL2, CellShape.SHORT);
    }
    boolean first = LevelWords.first(text);
    boolean second = LevelWords.second(text);
    if (first || second) {
      return EnumSet.of(
          first && second ? CellShape.EITHER : first ? CellShape.LEVEL1 : CellShape.LEVEL2);
    }
    for (Map.Entry<CellShape, Pattern> shape : PATTERNS.entrySet()) {
      if (shape.getValue().matcher(text).matches()) {
        return shape.getKey().number() ? numbers(text) : words(shape.getKey(), text);
      }
    }
    return EnumSet.of(CellShape.WORDS);
  }

  private static Set<CellShape> words(CellShape shape, String text) {
    boolean plain = shape.compareTo(CellShape.NAMED_LEVEL) >= 0;
    return EnumSet.of(plain && FormTitles.is(text) ? CellShape.TITLE : shape);
  }

  private static Set<CellShape> numbers(String text) {
    Set<CellShape> found = EnumSet.noneOf(CellShape.class);
    for (CellShape shape : NUMBERS) {
      Pattern pattern = PATTERNS.get(shape);
      if (pattern != null && pattern.matcher(text).matches()) {
        found.add(shape);
      }
    }
    return found;
  }

  /** Width in Chinese characters: letters and digits take half. */
  public static double width(String text) {
    return text.chars().mapToDouble(c -> c < 0x2000 ? 0.5 : 1).sum();
  }

  /** Whether a text is a number and nothing else. */
  public static boolean number(String text) {
    Pattern number = PATTERNS.get(CellShape.NUMBER);
    return number != null && number.matcher(text).matches();
  }
}

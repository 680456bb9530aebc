package org.mingzhang.statement.token;

import java.math.BigDecimal;
import java.util.List;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.Quantity;

/** A token of a {@link FoldedText}, with its offsets. */
public sealed interface ProseToken {
  /** Offset of the first character. */
  int start();

  /** Offset after the last character. */
  int end();

  /** Whether the token is a word of the lexicon with a given class. */
  default boolean isWordOfClass(WordClass type) {
    return this instanceof Word word && word.type() == type;
  }

  /** Whether the token is a word of the lexicon with one of the given classes. */
  default boolean isWordOfAnyClass(WordClass... types) {
    return this instanceof Word word && List.of(types).contains(word.type());
  }

  /** Whether the token is a word of a given class whose row in the lexicon has a given value. */
  default boolean isWord(WordClass type, String value) {
    return this instanceof Word word && word.type() == type && word.value().equals(value);
  }

  /** Whether the token is an amount of money. */
  default boolean isMoney() {
    return this instanceof Numeral number && number.measure() == Quantity.Measure.MONEY;
  }

  /** Whether the token is a time or a stage. */
  default boolean isTimeOrStage() {
    return this instanceof Time || isWordOfAnyClass(WordClass.YEAR, WordClass.STAGE);
  }

  /** Whether the token is the word for a level of government: 省级, 区级. */
  default boolean isGovernmentLevel() {
    return isWord(WordClass.SCOPE, Perimeter.GOVERNMENT.name());
  }

  /** Whether the token ends the base of a comparison: 增加, 减少, 持平, 各. */
  default boolean endsComparisonBase() {
    return isWordOfAnyClass(
        WordClass.UP,
        WordClass.DOWN,
        WordClass.CHANGE_WITHOUT_DIRECTION,
        WordClass.UNCHANGED,
        WordClass.RESPECTIVELY,
        WordClass.EQUALLY,
        WordClass.AVERAGE,
        WordClass.COMPARISON_BASIS);
  }

  /** Whether the token may be part of a name: a known name, an item, a fund or other text. */
  default boolean isNameLike() {
    return this instanceof Name
        || this instanceof Item
        || this instanceof Text
        || isWordOfClass(WordClass.FUND);
  }

  /** Whether the token joins the members of a coordination: 、 ， 与 和 及. */
  default boolean isConjunction() {
    return (this instanceof Mark mark && (mark.mark() == '、' || mark.mark() == '，'))
        || isWordOfClass(WordClass.WITH)
        || isWord(WordClass.LINK, "and");
  }

  /**
   * A word of the lexicon.
   *
   * @param type its class
   * @param value value of its row in the lexicon
   */
  record Word(int start, int end, WordClass type, String value) implements ProseToken {
    /** Value of words such as 扣除, after which an amount is subtracted. */
    public static final String SUBTRACTED_AMOUNT = "SUBTRACTED";

    /** Whether it is a verb that includes the payer: 省级财政安排. */
    public boolean includesPayer() {
      return value.equals("PAYER");
    }

    /** Whether it is a verb that states an allocation of money: 下达. */
    public boolean isAllocation() {
      return value.equals("ALLOCATED");
    }

    /** Whether it denotes the cost of a project over all years: 总投资. */
    public boolean isTotalProjectCost() {
      return value.equals("INVESTMENT");
    }

    /** Whether it says that an amount is planned, but not that it is only hoped for. */
    public boolean isPlannedAmount() {
      return value.equals("PLANNED");
    }
  }

  /** A name of the chart of accounts or of a classification. */
  record Name(int start, int end) implements ProseToken {}

  /**
   * A number with its unit.
   *
   * @param printed digits as printed
   * @param value value in 元, percent or the unit
   * @param scale factor from the printed number to the value
   * @param unit unit in full; empty if none is printed
   * @param measure what the unit measures
   */
  record Numeral(
      int start,
      int end,
      String printed,
      BigDecimal value,
      BigDecimal scale,
      String unit,
      Quantity.Measure measure)
      implements ProseToken {
    /** A copy of a bare number, which has no unit, in the unit of another number. */
    Numeral withUnitOf(Numeral other) {
      return new Numeral(
          start, end, printed, value.multiply(other.scale), other.scale, other.unit, other.measure);
    }
  }

  /** A unit of money without a number before it, where an amount was left blank. */
  record BlankAmount(int start, int end) implements ProseToken {}

  /**
   * A year, date or part of a year.
   *
   * @param years the years it names: none for a month alone, several for a range
   * @param period part of the year as printed; empty for a whole year or its end
   */
  record Time(int start, int end, List<Integer> years, String period) implements ProseToken {
    /** Makes an immutable copy of the years. */
    public Time {
      years = List.copyOf(years);
    }
  }

  /** A punctuation mark, ，；。：、( ), or a line break for the end of a heading. */
  record Mark(int start, int end, char mark) implements ProseToken {}

  /**
   * The mark of a list item: (一), 一、, 1., ①, 一是.
   *
   * @param level level of the mark, 1 for the outermost
   * @param ordinal number of the item; 0 for a mark without one
   */
  record ListMark(int start, int end, int level, int ordinal) implements ProseToken {}

  /**
   * An item of the functional classification, printed with the marks of its levels,
   * 教育支出(类)普通教育(款)小学教育(项), with hyphens between them or with its code.
   *
   * @param levels names of the levels from the first that is printed, without marks; the levels
   *     above a code are added
   * @param firstDepth depth of the first level: 1 for 类
   * @param code printed code of the last level; empty if none is printed
   */
  record Item(int start, int end, List<String> levels, int firstDepth, String code)
      implements ProseToken {
    /** Makes an immutable copy of the levels. */
    public Item {
      levels = List.copyOf(levels);
    }
  }

  /** Other text. */
  record Text(int start, int end) implements ProseToken {}
}

package org.mingzhang.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one clause, or of several that belong together. A statement represents what is
 * printed, whether or not it is true, and is independent of audit rules.
 *
 * <p>Quantities keep their printed digits and offsets. Operands contain every amount that the text
 * gives for them, so that a single statement is enough to check an identity.
 */
public sealed interface Statement {
  /** The location of the clause from which the statement was read. */
  Span span();

  /**
   * An amount of money of an account: 支出决算为96.50万元.
   *
   * @param span the clause
   * @param operand subject, stage and time, and the amount
   */
  record Amount(Span span, Operand operand) implements Statement {}

  /**
   * A change: 比上年减少8.00万元，下降7.66%.
   *
   * @param span the clause
   * @param operand what changed
   * @param base what it is compared with, and its amount if printed
   * @param direction direction by the printed word
   * @param amount size of the change without sign, as printed; null if only a rate is given
   * @param rate size of the change in percent without sign, as printed; null if only an amount is
   *     given
   */
  record Change(
      Span span,
      Operand operand,
      Operand base,
      Direction direction,
      @Nullable Quantity amount,
      @Nullable Quantity rate)
      implements Statement {}

  /**
   * A part as a percentage of its whole: 占本年支出合计的80.01%.
   *
   * @param span the clause
   * @param part the part
   * @param whole the whole that the clause names; its subject is unknown if it names none
   * @param rate percent
   */
  record Share(Span span, Operand part, Operand whole, Quantity rate) implements Statement {
    /** A copy with another whole. */
    public Share withWhole(Operand other) {
      return new Share(span, part, other, rate);
    }
  }

  /**
   * A result as a percentage of its budget: 完成年初预算的94.2%, 执行率95.66%.
   *
   * @param span the clause
   * @param operand the result
   * @param base the budget; its stage is unknown if the clause does not give it
   * @param rate percent
   */
  record Completion(Span span, Operand operand, Operand base, Quantity rate) implements Statement {}

  /**
   * A whole with its parts, introduced by 其中 or 包括, in brackets, or as numbered items.
   *
   * @param span from the whole to the last part
   * @param whole an {@link Amount} or a {@link Change}; null if the text gives none
   * @param parts the parts in reading order
   * @param introduction what introduces the parts
   * @param closure whether the text shows that the list is complete
   */
  record ItemList(
      Span span,
      @Nullable Statement whole,
      List<Part> parts,
      ListIntroduction introduction,
      Closure closure)
      implements Statement {
    /** Makes an immutable copy of the parts. */
    public ItemList {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A statement that nothing changed: 与上年持平.
   *
   * @param span the clause
   * @param operand what did not change
   * @param base what it is compared with
   * @param isApproximate whether the word allows a small change: 基本持平
   * @param wordSpan span of the word
   * @param printed the word
   */
  record Unchanged(
      Span span,
      Operand operand,
      Operand base,
      boolean isApproximate,
      Span wordSpan,
      String printed)
      implements Statement {}

  /**
   * A reason or purpose. Amounts in it are not amounts of the account.
   *
   * @param span the clauses
   * @param operand what is explained
   */
  record Reason(Span span, Operand operand) implements Statement {}

  /**
   * A number of things, people, occasions or points: 国内公务接待24批次.
   *
   * @param span the clause
   * @param operand what is counted, and the number
   */
  record Count(Span span, Operand operand) implements Statement {}

  /**
   * An amount of money per head: 生均公用经费6497元.
   *
   * @param span the clause
   * @param operand subject, stage and time, and the amount
   */
  record PerHead(Span span, Operand operand) implements Statement {}

  /**
   * A part of a list.
   *
   * @param statement an {@link Amount} or a {@link Change}, as the whole is
   * @param parts its own parts
   */
  record Part(Statement statement, List<Part> parts) {
    /** Makes an immutable copy of the parts. */
    public Part {
      parts = List.copyOf(parts);
    }
  }

  /** Direction of a change according to its word. */
  enum Direction {
    INCREASE,
    DECREASE,
    /** 差值, 增减: the word gives no direction. */
    UNSPECIFIED
  }

  /** The words or marks that introduce the parts of a list. */
  enum ListIntroduction {
    /** 其中: further parts may exist that are not listed. */
    OF_WHICH,
    /** 包括, 分别为, 按…分 or a colon: all parts are listed. */
    CONSISTS_OF,
    /** Brackets after the whole. */
    BRACKETS,
    /** Numbered items. */
    NUMBERED
  }

  /** Whether the text shows that a list names all its parts, and if not, why not. */
  enum Closure {
    /** Every named part has an amount, and nothing shows that there are more parts. */
    CLOSED,
    /** 等 or 主要: the text says that there are more parts. */
    OPEN,
    /** A part is named without an amount. */
    PART_WITHOUT_AMOUNT,
    /** The text breaks off within the list. */
    CUT_OFF
  }
}

package org.mingzhang.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a clause or of several that belong together. A statement says what is printed; it
 * does not say whether it is true, and knows no rule.
 *
 * <p>Quantities carry their printed digits and places; operands carry the amounts that the text
 * itself gives for them, so that an identity can be tried on one statement alone.
 */
public sealed interface Statement {
  /** The clause it is read from. */
  Span span();

  /**
   * An amount of money of an account: 支出决算为96.50万元.
   *
   * @param span the clause
   * @param of what it is about, with its quantity
   */
  record Amount(Span span, Operand of) implements Statement {}

  /**
   * A change: 比上年减少8.00万元，下降7.66%.
   *
   * @param span the clause
   * @param of what changed
   * @param against what it is compared with, with its quantity if that is printed
   * @param direction the word that was printed
   * @param amount by how much, without sign as printed; null where only a rate is given
   * @param rate by how many percent, without sign as printed; null where only an amount is given
   */
  record Change(
      Span span,
      Operand of,
      Operand against,
      Direction direction,
      @Nullable Quantity amount,
      @Nullable Quantity rate)
      implements Statement {}

  /**
   * A part of a whole in percent: 占本年支出合计的80.01%.
   *
   * @param span the clause
   * @param part the part
   * @param whole the whole as named by the clause; its subject is unknown where none is named
   * @param rate percent
   */
  record Share(Span span, Operand part, Operand whole, Quantity rate) implements Statement {}

  /**
   * A result in percent of its budget: 完成年初预算的94.2%, 执行率95.66%.
   *
   * @param span the clause
   * @param of what was done
   * @param against the budget; its stage is unknown where the clause does not say which
   * @param rate percent
   */
  record Completion(Span span, Operand of, Operand against, Quantity rate) implements Statement {}

  /**
   * A whole with its parts: 其中, 包括, brackets, numbered items.
   *
   * @param span from the whole to the last part
   * @param whole an {@link Amount} or a {@link Change}; null where the text gives none
   * @param parts the parts in reading order
   * @param introduction what introduces them
   * @param closure whether the text ends the list
   */
  record ItemList(
      Span span,
      @Nullable Statement whole,
      List<Part> parts,
      Introduction introduction,
      Closure closure)
      implements Statement {
    /** Copies the parts. */
    public ItemList {
      parts = List.copyOf(parts);
    }
  }

  /**
   * No change: 与上年持平.
   *
   * @param span the clause
   * @param of what did not change
   * @param against what it is compared with
   * @param about whether the word allows a small change: 基本持平
   * @param word place of the word
   * @param printed the word
   */
  record Same(Span span, Operand of, Operand against, boolean about, Span word, String printed)
      implements Statement {}

  /**
   * A reason or purpose; amounts in it are not amounts of the account.
   *
   * @param span the clauses
   * @param of what it explains
   */
  record Reason(Span span, Operand of) implements Statement {}

  /**
   * A number of things, people, occasions or points: 国内公务接待24批次.
   *
   * @param span the clause
   * @param of what is counted, with its quantity
   */
  record Count(Span span, Operand of) implements Statement {}

  /**
   * An amount of money per head: 生均公用经费6497元.
   *
   * @param span the clause
   * @param of what it is about, with its quantity
   */
  record PerHead(Span span, Operand of) implements Statement {}

  /**
   * A part of a list.
   *
   * @param statement an {@link Amount} or a {@link Change} of the same kind as the whole
   * @param parts its own parts
   */
  record Part(Statement statement, List<Part> parts) {
    /** Copies the parts. */
    public Part {
      parts = List.copyOf(parts);
    }
  }

  /** Direction of a change as its word says it. */
  enum Direction {
    INCREASE,
    DECREASE,
    /** 差值, 增减: the word gives no direction. */
    UNSAID
  }

  /** What introduces the parts of a list. */
  enum Introduction {
    /** 其中: the parts need not be all. */
    AMONG,
    /** 包括, 分别为, 按…分, a colon: the parts are meant to be all. */
    CONSISTS,
    /** Brackets behind the whole. */
    BRACKETS,
    /** Numbered items. */
    NUMBERED,
    /** 加上 … 合计: the whole stands behind its parts. */
    ADDED_UP
  }

  /** Whether a list is ended by its text. */
  enum Closure {
    /** Every part that is named has an amount, and the text goes on with something else. */
    CLOSED,
    /** 等, 主要: the text says that there are more. */
    OPEN,
    /** A part is named without an amount. */
    PART_WITHOUT_AMOUNT,
    /** The text stops. */
    CUT_OFF
  }
}

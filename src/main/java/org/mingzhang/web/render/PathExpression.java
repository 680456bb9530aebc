package org.mingzhang.web.render;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plain expressions that templates are full of: names, calls, texts, whole numbers, {@code ! +
 * == != > >= && ||} and {@code ? :}. Parsed once and evaluated without OGNL, which looks every
 * method up by reflection each time.
 *
 * <p>Anything else is left to OGNL: {@link #parse} gives null for what it does not know, {@link
 * #evaluate} throws {@link Unfit} where values are not as expected.
 */
sealed interface PathExpression {
  /** The page that is being filled. */
  interface Page {
    /** The value of a variable, null where there is none. */
    @Nullable Object get(String name);

    /** Calls a method of a value. */
    @Nullable Object call(Object on, String method, @Nullable Object[] arguments) throws Unfit;
  }

  /** Says that OGNL must decide. */
  final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit() {
      super(null, null, false, false);
    }
  }

  /** The value. */
  @Nullable Object evaluate(Page page) throws Unfit;

  /** Reads an expression; null if it holds more than is known here. */
  static @Nullable PathExpression parse(String text) {
    try {
      return new PathParser(text).whole();
    } catch (Unfit e) {
      return null;
    }
  }

  /**
   * A fixed value.
   *
   * @param value the value
   */
  record Fixed(@Nullable Object value) implements PathExpression {
    @Override
    public @Nullable Object evaluate(Page page) {
      return value;
    }
  }

  /**
   * A variable.
   *
   * @param name its name
   */
  record Name(String name) implements PathExpression {
    @Override
    public @Nullable Object evaluate(Page page) {
      return page.get(name);
    }
  }

  /**
   * The opposite.
   *
   * @param of of what
   */
  record Not(PathExpression of) implements PathExpression {
    @Override
    public Object evaluate(Page page) throws Unfit {
      return !truth(of.evaluate(page));
    }
  }

  /**
   * One of two values.
   *
   * @param condition which
   * @param yes value if it holds
   * @param no value if not
   */
  record Choice(PathExpression condition, PathExpression yes, PathExpression no)
      implements PathExpression {
    @Override
    public @Nullable Object evaluate(Page page) throws Unfit {
      return (truth(condition.evaluate(page)) ? yes : no).evaluate(page);
    }
  }

  /**
   * A method of a value.
   *
   * @param target the value
   * @param method name of the method
   * @param arguments its arguments
   */
  record Call(PathExpression target, String method, List<PathExpression> arguments)
      implements PathExpression {
    @Override
    public @Nullable Object evaluate(Page page) throws Unfit {
      Object on = target.evaluate(page);
      if (on == null) {
        throw new Unfit();
      }
      @Nullable Object[] values = new @Nullable Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).evaluate(page);
      }
      return page.call(on, method, values);
    }
  }

  /**
   * Two values joined by {@code +}: texts and whole numbers, at least one of them a text.
   *
   * @param left first value
   * @param right second value
   */
  record Joined(PathExpression left, PathExpression right) implements PathExpression {
    @Override
    public Object evaluate(Page page) throws Unfit {
      Object first = left.evaluate(page);
      Object second = right.evaluate(page);
      if (first instanceof String a && (second instanceof String || second instanceof Integer)) {
        return a + second;
      }
      if (first instanceof Integer a && second instanceof String b) {
        return a + b;
      }
      throw new Unfit();
    }
  }

  /**
   * Whether two values are the same: nothing, texts or whole numbers.
   *
   * @param left first value
   * @param right second value
   * @param same whether it is asked if they are, or if they are not
   */
  record Equal(PathExpression left, PathExpression right, boolean same) implements PathExpression {
    @Override
    public Object evaluate(Page page) throws Unfit {
      Object first = left.evaluate(page);
      Object second = right.evaluate(page);
      boolean alike =
          first == null
              || second == null
              || (first instanceof String && second instanceof String)
              || (first instanceof Integer && second instanceof Integer);
      if (!alike) {
        throw new Unfit();
      }
      return Objects.equals(first, second) == same;
    }
  }

  /**
   * Whether a whole number is greater than another, or at least as great.
   *
   * @param left first number
   * @param right second number
   * @param least whether as great is enough
   */
  record Greater(PathExpression left, PathExpression right, boolean least)
      implements PathExpression {
    @Override
    public Object evaluate(Page page) throws Unfit {
      if (left.evaluate(page) instanceof Integer first
          && right.evaluate(page) instanceof Integer second) {
        return least ? first >= second : first > second;
      }
      throw new Unfit();
    }
  }

  /**
   * Whether both conditions hold, or one of them.
   *
   * @param left first condition
   * @param right second condition, not looked at if the first decides
   * @param both whether both must hold
   */
  record Both(PathExpression left, PathExpression right, boolean both) implements PathExpression {
    @Override
    public Object evaluate(Page page) throws Unfit {
      return truth(left.evaluate(page)) == both ? truth(right.evaluate(page)) : !both;
    }
  }

  private static boolean truth(@Nullable Object value) throws Unfit {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new Unfit();
  }
}

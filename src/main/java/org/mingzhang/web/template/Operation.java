package org.mingzhang.web.template;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works a value out of others. */
sealed interface Operation extends Expression {
  /** How two values are compared. */
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    GREATER,
    AT_MOST,
    AT_LEAST
  }

  /**
   * The opposite.
   *
   * @param of of what
   */
  record Not(Expression of) implements Operation {
    @Override
    public Object evaluate(Scope scope) throws Unfit {
      return !truth(of.evaluate(scope));
    }
  }

  /**
   * Both; the second is not looked at where the first decides.
   *
   * @param first one
   * @param second the other
   */
  record And(Expression first, Expression second) implements Operation {
    @Override
    public Object evaluate(Scope scope) throws Unfit {
      return truth(first.evaluate(scope)) && truth(second.evaluate(scope));
    }
  }

  /**
   * One or both; the second is not looked at where the first decides.
   *
   * @param first one
   * @param second the other
   */
  record Or(Expression first, Expression second) implements Operation {
    @Override
    public Object evaluate(Scope scope) throws Unfit {
      return truth(first.evaluate(scope)) || truth(second.evaluate(scope));
    }
  }

  /**
   * One of two values.
   *
   * @param condition which
   * @param yes value if it holds
   * @param no value if not
   */
  record Choice(Expression condition, Expression yes, Expression no) implements Operation {
    @Override
    public @Nullable Object evaluate(Scope scope) throws Unfit {
      return (truth(condition.evaluate(scope)) ? yes : no).evaluate(scope);
    }
  }

  /**
   * A value, or another where it is null.
   *
   * @param value the value
   * @param otherwise the other
   */
  record Default(Expression value, Expression otherwise) implements Operation {
    @Override
    public @Nullable Object evaluate(Scope scope) throws Unfit {
      Object first = value.evaluate(scope);
      return first == null ? otherwise.evaluate(scope) : first;
    }
  }

  /**
   * Two whole numbers added, or two texts joined.
   *
   * @param first one
   * @param second the other
   */
  record Sum(Expression first, Expression second) implements Operation {
    @Override
    public Object evaluate(Scope scope) throws Unfit {
      Object left = first.evaluate(scope);
      Object right = second.evaluate(scope);
      if (left instanceof Integer a && right instanceof Integer b) {
        return a + b;
      }
      if (left instanceof String || right instanceof String) {
        return String.valueOf(left) + right;
      }
      throw new Unfit("+");
    }
  }

  /**
   * One whole number less another.
   *
   * @param first the one
   * @param second the other
   */
  record Difference(Expression first, Expression second) implements Operation {
    @Override
    public Object evaluate(Scope scope) throws Unfit {
      if (first.evaluate(scope) instanceof Integer a
          && second.evaluate(scope) instanceof Integer b) {
        return a - b;
      }
      throw new Unfit("-");
    }
  }

  /**
   * Two values compared.
   *
   * @param first one
   * @param how how
   * @param second the other
   */
  record Compared(Expression first, Comparison how, Expression second) implements Operation {
    @Override
    public Object evaluate(Scope scope) throws Unfit {
      Object left = first.evaluate(scope);
      Object right = second.evaluate(scope);
      return switch (how) {
        case EQUAL -> same(left, right);
        case UNEQUAL -> !same(left, right);
        case LESS -> order(left, right) < 0;
        case GREATER -> order(left, right) > 0;
        case AT_MOST -> order(left, right) <= 0;
        case AT_LEAST -> order(left, right) >= 0;
      };
    }
  }

  /**
   * A text of the bundle with values put in.
   *
   * @param text the text, with {@code {0}}, {@code {1}}, … for the values
   * @param values the values
   */
  record Filled(String text, List<Expression> values) implements Operation {
    @Override
    public String evaluate(Scope scope) throws Unfit {
      String filled = text;
      for (int i = 0; i < values.size(); i++) {
        filled = filled.replace("{" + i + "}", String.valueOf(values.get(i).evaluate(scope)));
      }
      return filled;
    }
  }

  private static boolean same(@Nullable Object left, @Nullable Object right) throws Unfit {
    if (whole(left) && whole(right)) {
      return order(left, right) == 0;
    }
    if (left == null || right == null || left.getClass() == right.getClass()) {
      return Objects.equals(left, right);
    }
    throw new Unfit("==");
  }

  private static int order(@Nullable Object left, @Nullable Object right) throws Unfit {
    if (left instanceof Number a && right instanceof Number b && whole(a) && whole(b)) {
      return Long.compare(a.longValue(), b.longValue());
    }
    throw new Unfit("<");
  }

  private static boolean whole(@Nullable Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  private static boolean truth(@Nullable Object value) throws Unfit {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new Unfit("not a condition");
  }
}

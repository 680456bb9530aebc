package org.mingzhang.web.render;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Syntax tree of the simple expressions that most templates consist of: variables, method calls,
 * strings, integers, {@code null}, {@code ! + == != > >= && || and or} and {@code ? :}. A
 * template's expression is parsed once and evaluated without OGNL, which looks up every method by
 * reflection each time.
 *
 * <p>Anything else is left to OGNL: {@link #parse} returns null for unsupported syntax, {@link
 * #evaluate} throws {@link UnsupportedExpressionException} for operands of other types.
 */
sealed interface TemplateExpression {
  /** The variables of the page being rendered. */
  interface Variables {
    /** The value of a variable; null if there is none. */
    @Nullable Object get(String name);

    /** Calls a method of a value and returns its result, which may be null. */
    @Nullable Object call(Object receiver, String method, @Nullable Object[] arguments)
        throws UnsupportedExpressionException;
  }

  /** Thrown if the expression has to be evaluated by OGNL. */
  final class UnsupportedExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedExpressionException() {
      super(null, null, false, false);
    }
  }

  /**
   * The value of the expression, which may be null.
   *
   * @throws UnsupportedExpressionException if it has to be evaluated by OGNL; OGNL then repeats
   *     method calls that were already made
   */
  @Nullable Object evaluate(Variables variables) throws UnsupportedExpressionException;

  /** Parses an expression; null for unsupported syntax. */
  static @Nullable TemplateExpression parse(String text) {
    try {
      return new TemplateExpressionParser(text).parse();
    } catch (UnsupportedExpressionException e) {
      return null;
    }
  }

  /**
   * A literal.
   *
   * @param value the value
   */
  record Literal(@Nullable Object value) implements TemplateExpression {
    @Override
    public @Nullable Object evaluate(Variables variables) {
      return value;
    }
  }

  /**
   * A variable.
   *
   * @param name its name
   */
  record Variable(String name) implements TemplateExpression {
    @Override
    public @Nullable Object evaluate(Variables variables) {
      return variables.get(name);
    }
  }

  /**
   * A negation.
   *
   * @param operand the operand
   */
  record Negation(TemplateExpression operand) implements TemplateExpression {
    @Override
    public Object evaluate(Variables variables) throws UnsupportedExpressionException {
      return !isTrue(operand.evaluate(variables));
    }
  }

  /**
   * A conditional expression.
   *
   * @param condition the condition
   * @param valueIfTrue value if the condition is true
   * @param valueIfFalse value if it is false
   */
  record Conditional(
      TemplateExpression condition, TemplateExpression valueIfTrue, TemplateExpression valueIfFalse)
      implements TemplateExpression {
    @Override
    public @Nullable Object evaluate(Variables variables) throws UnsupportedExpressionException {
      return (isTrue(condition.evaluate(variables)) ? valueIfTrue : valueIfFalse)
          .evaluate(variables);
    }
  }

  /**
   * A method call.
   *
   * @param target the receiver
   * @param method name of the method
   * @param arguments its arguments
   */
  record Call(TemplateExpression target, String method, List<TemplateExpression> arguments)
      implements TemplateExpression {
    @Override
    public @Nullable Object evaluate(Variables variables) throws UnsupportedExpressionException {
      Object receiver = target.evaluate(variables);
      if (receiver == null) {
        throw new UnsupportedExpressionException();
      }
      @Nullable Object[] values = new @Nullable Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).evaluate(variables);
      }
      return variables.call(receiver, method, values);
    }
  }

  /**
   * A concatenation by {@code +}: strings and integers, at least one of them a string.
   *
   * @param left first value
   * @param right second value
   */
  record Concatenation(TemplateExpression left, TemplateExpression right)
      implements TemplateExpression {
    @Override
    public Object evaluate(Variables variables) throws UnsupportedExpressionException {
      Object first = left.evaluate(variables);
      Object second = right.evaluate(variables);
      if (first instanceof String a && (second instanceof String || second instanceof Integer)) {
        return a + second;
      }
      if (first instanceof Integer a && second instanceof String b) {
        return a + b;
      }
      throw new UnsupportedExpressionException();
    }
  }

  /**
   * Equality of nulls, strings or integers.
   *
   * @param left first value
   * @param right second value
   * @param isEquality true for {@code ==}, false for {@code !=}
   */
  record Equality(TemplateExpression left, TemplateExpression right, boolean isEquality)
      implements TemplateExpression {
    @Override
    public Object evaluate(Variables variables) throws UnsupportedExpressionException {
      Object first = left.evaluate(variables);
      Object second = right.evaluate(variables);
      boolean alike =
          first == null
              || second == null
              || (first instanceof String && second instanceof String)
              || (first instanceof Integer && second instanceof Integer);
      if (!alike) {
        throw new UnsupportedExpressionException();
      }
      return Objects.equals(first, second) == isEquality;
    }
  }

  /**
   * A comparison of integers by {@code >} or {@code >=}.
   *
   * @param left first number
   * @param right second number
   * @param includesEqual true for {@code >=}
   */
  record Comparison(TemplateExpression left, TemplateExpression right, boolean includesEqual)
      implements TemplateExpression {
    @Override
    public Object evaluate(Variables variables) throws UnsupportedExpressionException {
      if (left.evaluate(variables) instanceof Integer first
          && right.evaluate(variables) instanceof Integer second) {
        return includesEqual ? first >= second : first > second;
      }
      throw new UnsupportedExpressionException();
    }
  }

  /**
   * A conjunction or disjunction with short-circuit evaluation.
   *
   * @param left first condition
   * @param right second condition, not evaluated if the first decides the result
   * @param isConjunction true for {@code &&}, false for {@code ||}
   */
  record Logical(TemplateExpression left, TemplateExpression right, boolean isConjunction)
      implements TemplateExpression {
    @Override
    public Object evaluate(Variables variables) throws UnsupportedExpressionException {
      return isTrue(left.evaluate(variables)) == isConjunction
          ? isTrue(right.evaluate(variables))
          : !isConjunction;
    }
  }

  private static boolean isTrue(@Nullable Object value) throws UnsupportedExpressionException {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new UnsupportedExpressionException();
  }
}

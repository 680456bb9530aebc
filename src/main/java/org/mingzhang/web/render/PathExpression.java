package org.mingzhang.web.render;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plain expressions that templates are full of: names, calls, texts, {@code !} and {@code ? :}.
 * Parsed once and evaluated without OGNL, which looks every method up by reflection each time.
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
    Parser parser = new Parser(text);
    try {
      PathExpression whole = parser.choice();
      return parser.atEnd() ? whole : null;
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

  private static boolean truth(@Nullable Object value) throws Unfit {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new Unfit();
  }

  /** Reads an expression from left to right. */
  final class Parser {
    private final String text;
    private int at;

    private Parser(String text) {
      this.text = text;
    }

    private boolean atEnd() {
      return peek() == 0;
    }

    private char peek() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean take(char c) {
      boolean there = peek() == c;
      at += there ? 1 : 0;
      return there;
    }

    private void expect(char c) throws Unfit {
      if (!take(c)) {
        throw new Unfit();
      }
    }

    private PathExpression choice() throws Unfit {
      PathExpression first = take('!') ? new Not(calls()) : calls();
      if (!take('?')) {
        return first;
      }
      PathExpression yes = choice();
      expect(':');
      return new Choice(first, yes, choice());
    }

    private PathExpression calls() throws Unfit {
      PathExpression value = primary();
      while (take('.')) {
        String method = name();
        expect('(');
        value = new Call(value, method, arguments());
      }
      return value;
    }

    private List<PathExpression> arguments() throws Unfit {
      List<PathExpression> arguments = new ArrayList<>();
      if (take(')')) {
        return arguments;
      }
      do {
        arguments.add(choice());
      } while (take(','));
      expect(')');
      return arguments;
    }

    private PathExpression primary() throws Unfit {
      if (take('(')) {
        PathExpression inner = choice();
        expect(')');
        return inner;
      }
      if (take('\'')) {
        int end = text.indexOf('\'', at);
        if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
          throw new Unfit();
        }
        String fixed = text.substring(at, end);
        at = end + 1;
        return new Fixed(fixed);
      }
      String name = name();
      return name.equals("null") ? new Fixed(null) : new Name(name);
    }

    private String name() throws Unfit {
      peek();
      int from = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      String name = text.substring(from, at);
      boolean word = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
      if (!word || WORDS_OF_OGNL.contains(name)) {
        throw new Unfit();
      }
      return name;
    }
  }

  /** Names that are operators or values in OGNL. */
  List<String> WORDS_OF_OGNL =
      List.of(
          "true",
          "false",
          "and",
          "or",
          "not",
          "eq",
          "neq",
          "lt",
          "lte",
          "gt",
          "gte",
          "in",
          "new",
          "instanceof",
          "this",
          "root",
          "param");
}

package org.mingzhang.web.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.web.template.Operation.Comparison;

/**
 * Reads an expression from left to right.
 *
 * <pre>
 * choice  = or [ '?' choice ':' choice ]
 * or      = and { ( '||' | 'or' ) and }
 * and     = equal { ( '&amp;&amp;' | 'and' ) equal }
 * equal   = order { ( '==' | '!=' ) order }
 * order   = sum [ ( '&lt;' | '&lt;=' | '&gt;' | '&gt;=' ) sum ]
 * sum     = unary { ( '+' | '-' ) unary }
 * unary   = '!' unary | path
 * path    = primary { '.' name [ '(' arguments ')' ] | '[' choice ']' }
 * primary = '(' choice ')' | '{' arguments '}' | text | number | name
 * </pre>
 */
final class ExpressionParser {
  /** Names that are operators in OGNL and not read here. */
  private static final Set<String> OPERATORS =
      Set.of(
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
          "param",
          "and",
          "or");

  private final String text;
  private int at;

  ExpressionParser(String text) {
    this.text = text;
  }

  /** The expression, which must fill the text. */
  Expression whole() throws Unfit {
    Expression whole = choice();
    if (peek() != 0) {
      throw unfit();
    }
    return whole;
  }

  private Unfit unfit() {
    return new Unfit(text);
  }

  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(String sign) {
    peek();
    boolean there = text.startsWith(sign, at);
    at += there ? sign.length() : 0;
    return there;
  }

  private boolean word(String word) {
    peek();
    int end = at + word.length();
    boolean there =
        text.startsWith(word, at)
            && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
    at = there ? end : at;
    return there;
  }

  private void expect(String sign) throws Unfit {
    if (!take(sign)) {
      throw unfit();
    }
  }

  private Expression choice() throws Unfit {
    Expression first = or();
    if (!take("?")) {
      return first;
    }
    Expression yes = choice();
    expect(":");
    return new Operation.Choice(first, yes, choice());
  }

  private Expression or() throws Unfit {
    Expression first = and();
    while (take("||") || word("or")) {
      first = new Operation.Or(first, and());
    }
    return first;
  }

  private Expression and() throws Unfit {
    Expression first = equal();
    while (take("&&") || word("and")) {
      first = new Operation.And(first, equal());
    }
    return first;
  }

  private Expression equal() throws Unfit {
    Expression first = order();
    while (true) {
      if (take("==")) {
        first = new Operation.Compared(first, Comparison.EQUAL, order());
      } else if (take("!=")) {
        first = new Operation.Compared(first, Comparison.UNEQUAL, order());
      } else {
        return first;
      }
    }
  }

  private Expression order() throws Unfit {
    Expression first = sum();
    if (take("<=")) {
      return new Operation.Compared(first, Comparison.AT_MOST, sum());
    }
    if (take(">=")) {
      return new Operation.Compared(first, Comparison.AT_LEAST, sum());
    }
    if (take("<")) {
      return new Operation.Compared(first, Comparison.LESS, sum());
    }
    return take(">") ? new Operation.Compared(first, Comparison.GREATER, sum()) : first;
  }

  private Expression sum() throws Unfit {
    Expression first = unary();
    while (true) {
      if (take("+")) {
        first = new Operation.Sum(first, unary());
      } else if (take("-")) {
        first = new Operation.Difference(first, unary());
      } else {
        return first;
      }
    }
  }

  private Expression unary() throws Unfit {
    return peek() == '!' && !text.startsWith("!=", at) && take("!")
        ? new Operation.Not(unary())
        : path();
  }

  private Expression path() throws Unfit {
    Expression value = primary();
    while (true) {
      if (take("[")) {
        value = new Expression.Element(value, choice());
        expect("]");
      } else if (take(".")) {
        String name = name();
        value =
            take("(")
                ? new Expression.Call(value, name, arguments(")"))
                : new Expression.Property(value, name);
      } else {
        return value;
      }
    }
  }

  private List<Expression> arguments(String close) throws Unfit {
    List<Expression> arguments = new ArrayList<>();
    if (take(close)) {
      return arguments;
    }
    do {
      arguments.add(choice());
    } while (take(","));
    expect(close);
    return arguments;
  }

  private Expression primary() throws Unfit {
    if (take("(")) {
      Expression inner = choice();
      expect(")");
      return inner;
    }
    if (take("{")) {
      return new Expression.Listed(arguments("}"));
    }
    if (take("'")) {
      return quoted();
    }
    return Character.isDigit(peek()) ? number() : named();
  }

  private Expression quoted() throws Unfit {
    int end = text.indexOf('\'', at);
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw unfit();
    }
    String fixed = text.substring(at, end);
    at = end + 1;
    return new Expression.Fixed(fixed);
  }

  private Expression number() throws Unfit {
    int from = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    boolean whole =
        at - from < 10 && (at == text.length() || ".lLdDeExX".indexOf(text.charAt(at)) < 0);
    if (!whole) {
      throw unfit();
    }
    return new Expression.Fixed(Integer.valueOf(text.substring(from, at)));
  }

  private Expression named() throws Unfit {
    String name = name();
    return switch (name) {
      case "null" -> new Expression.Fixed(null);
      case "true" -> new Expression.Fixed(true);
      case "false" -> new Expression.Fixed(false);
      default -> new Expression.Name(name);
    };
  }

  private String name() throws Unfit {
    peek();
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    boolean word = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    if (!word || OPERATORS.contains(name)) {
      throw unfit();
    }
    return name;
  }
}

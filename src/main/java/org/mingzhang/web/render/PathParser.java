package org.mingzhang.web.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.web.render.PathExpression.UnsupportedExpressionException;

/**
 * Recursive-descent parser of {@link PathExpression}s, one method a production. Operators have the
 * precedence of OGNL.
 */
final class PathParser {
  /** Reserved words of OGNL. */
  private static final Set<String> RESERVED =
      Set.of(
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

  private final String text;
  private int at;

  PathParser(String text) {
    this.text = text;
  }

  /**
   * Parses the whole text.
   *
   * @throws UnsupportedExpressionException for syntax that is left to OGNL
   */
  PathExpression parse() throws UnsupportedExpressionException {
    PathExpression expression = parseConditional();
    if (peek() != 0) {
      throw new UnsupportedExpressionException();
    }
    return expression;
  }

  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean accept(String sign) {
    peek();
    boolean there = text.startsWith(sign, at);
    at += there ? sign.length() : 0;
    return there;
  }

  /** Accepts an operator that is a word, as a whole word. */
  private boolean acceptWord(String word) {
    peek();
    int end = at + word.length();
    boolean there =
        text.startsWith(word, at)
            && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
    at = there ? end : at;
    return there;
  }

  private void expect(String sign) throws UnsupportedExpressionException {
    if (!accept(sign)) {
      throw new UnsupportedExpressionException();
    }
  }

  private PathExpression parseConditional() throws UnsupportedExpressionException {
    PathExpression first = parseDisjunction();
    if (!accept("?")) {
      return first;
    }
    PathExpression yes = parseConditional();
    expect(":");
    return new PathExpression.Conditional(first, yes, parseConditional());
  }

  private PathExpression parseDisjunction() throws UnsupportedExpressionException {
    PathExpression value = parseConjunction();
    while (accept("||") || acceptWord("or")) {
      value = new PathExpression.Logical(value, parseConjunction(), false);
    }
    return value;
  }

  private PathExpression parseConjunction() throws UnsupportedExpressionException {
    PathExpression value = parseEquality();
    while (accept("&&") || acceptWord("and")) {
      value = new PathExpression.Logical(value, parseEquality(), true);
    }
    return value;
  }

  private PathExpression parseEquality() throws UnsupportedExpressionException {
    PathExpression value = parseComparison();
    if (accept("==")) {
      return new PathExpression.Equality(value, parseComparison(), true);
    }
    return accept("!=") ? new PathExpression.Equality(value, parseComparison(), false) : value;
  }

  private PathExpression parseComparison() throws UnsupportedExpressionException {
    PathExpression value = sum();
    if (accept(">=")) {
      return new PathExpression.Comparison(value, sum(), true);
    }
    return accept(">") ? new PathExpression.Comparison(value, sum(), false) : value;
  }

  private PathExpression sum() throws UnsupportedExpressionException {
    PathExpression value = parseNegation();
    while (accept("+")) {
      value = new PathExpression.Concatenation(value, parseNegation());
    }
    return value;
  }

  private PathExpression parseNegation() throws UnsupportedExpressionException {
    if (peek() == '!' && !text.startsWith("!=", at)) {
      expect("!");
      return new PathExpression.Negation(parseCalls());
    }
    return parseCalls();
  }

  private PathExpression parseCalls() throws UnsupportedExpressionException {
    PathExpression value = parsePrimary();
    while (accept(".")) {
      String method = name();
      expect("(");
      value = new PathExpression.Call(value, method, parseArguments());
    }
    return value;
  }

  private List<PathExpression> parseArguments() throws UnsupportedExpressionException {
    List<PathExpression> arguments = new ArrayList<>();
    if (accept(")")) {
      return arguments;
    }
    do {
      arguments.add(parseConditional());
    } while (accept(","));
    expect(")");
    return arguments;
  }

  private PathExpression parsePrimary() throws UnsupportedExpressionException {
    if (accept("(")) {
      PathExpression inner = parseConditional();
      expect(")");
      return inner;
    }
    if (accept("'")) {
      return new PathExpression.Literal(parseQuoted());
    }
    if (Character.isDigit(peek())) {
      return new PathExpression.Literal(parseNumber());
    }
    String name = name();
    return name.equals("null")
        ? new PathExpression.Literal(null)
        : new PathExpression.Variable(name);
  }

  /** The text up to the closing quotation mark. */
  private String parseQuoted() throws UnsupportedExpressionException {
    int end = text.indexOf('\'', at);
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw new UnsupportedExpressionException();
    }
    String fixed = text.substring(at, end);
    at = end + 1;
    return fixed;
  }

  private Integer parseNumber() throws UnsupportedExpressionException {
    int from = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(from, at);
    if (!digits.matches("0|[1-9][0-9]{0,8}") || text.startsWith(".", at)) {
      throw new UnsupportedExpressionException();
    }
    return Integer.valueOf(digits);
  }

  private String name() throws UnsupportedExpressionException {
    peek();
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    boolean word = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    if (!word || RESERVED.contains(name)) {
      throw new UnsupportedExpressionException();
    }
    return name;
  }
}

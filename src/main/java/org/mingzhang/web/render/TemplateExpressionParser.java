package org.mingzhang.web.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.web.render.TemplateExpression.UnsupportedExpressionException;

/**
 * Recursive-descent parser of {@link TemplateExpression}s, with one method for each production.
 * Operators have the precedence of OGNL.
 */
final class TemplateExpressionParser {
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
  private int position;

  TemplateExpressionParser(String text) {
    this.text = text;
  }

  /**
   * Parses the text as one expression.
   *
   * @throws UnsupportedExpressionException for syntax that is left to OGNL
   */
  TemplateExpression parse() throws UnsupportedExpressionException {
    TemplateExpression expression = parseConditional();
    if (peek() != 0) {
      throw new UnsupportedExpressionException();
    }
    return expression;
  }

  /** Skips spaces and returns the next character without consuming it; 0 at the end. */
  private char peek() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
    return position < text.length() ? text.charAt(position) : 0;
  }

  private boolean accept(String sign) {
    peek();
    boolean found = text.startsWith(sign, position);
    position += found ? sign.length() : 0;
    return found;
  }

  /** Accepts an operator that is a word, unless it is only the beginning of a longer word. */
  private boolean acceptWord(String word) {
    peek();
    int end = position + word.length();
    boolean found =
        text.startsWith(word, position)
            && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
    position = found ? end : position;
    return found;
  }

  private void expect(String sign) throws UnsupportedExpressionException {
    if (!accept(sign)) {
      throw new UnsupportedExpressionException();
    }
  }

  private TemplateExpression parseConditional() throws UnsupportedExpressionException {
    TemplateExpression first = parseDisjunction();
    if (!accept("?")) {
      return first;
    }
    TemplateExpression yes = parseConditional();
    expect(":");
    return new TemplateExpression.Conditional(first, yes, parseConditional());
  }

  private TemplateExpression parseDisjunction() throws UnsupportedExpressionException {
    TemplateExpression value = parseConjunction();
    while (accept("||") || acceptWord("or")) {
      value = new TemplateExpression.Logical(value, parseConjunction(), false);
    }
    return value;
  }

  private TemplateExpression parseConjunction() throws UnsupportedExpressionException {
    TemplateExpression value = parseEquality();
    while (accept("&&") || acceptWord("and")) {
      value = new TemplateExpression.Logical(value, parseEquality(), true);
    }
    return value;
  }

  private TemplateExpression parseEquality() throws UnsupportedExpressionException {
    TemplateExpression value = parseComparison();
    if (accept("==")) {
      return new TemplateExpression.Equality(value, parseComparison(), true);
    }
    return accept("!=") ? new TemplateExpression.Equality(value, parseComparison(), false) : value;
  }

  private TemplateExpression parseComparison() throws UnsupportedExpressionException {
    TemplateExpression value = parseSum();
    if (accept(">=")) {
      return new TemplateExpression.Comparison(value, parseSum(), true);
    }
    return accept(">") ? new TemplateExpression.Comparison(value, parseSum(), false) : value;
  }

  private TemplateExpression parseSum() throws UnsupportedExpressionException {
    TemplateExpression value = parseNegation();
    while (accept("+")) {
      value = new TemplateExpression.Concatenation(value, parseNegation());
    }
    return value;
  }

  private TemplateExpression parseNegation() throws UnsupportedExpressionException {
    if (peek() == '!' && !text.startsWith("!=", position)) {
      expect("!");
      return new TemplateExpression.Negation(parseCalls());
    }
    return parseCalls();
  }

  private TemplateExpression parseCalls() throws UnsupportedExpressionException {
    TemplateExpression value = parsePrimary();
    while (accept(".")) {
      String method = parseName();
      expect("(");
      value = new TemplateExpression.Call(value, method, parseArguments());
    }
    return value;
  }

  private List<TemplateExpression> parseArguments() throws UnsupportedExpressionException {
    List<TemplateExpression> arguments = new ArrayList<>();
    if (accept(")")) {
      return arguments;
    }
    do {
      arguments.add(parseConditional());
    } while (accept(","));
    expect(")");
    return arguments;
  }

  private TemplateExpression parsePrimary() throws UnsupportedExpressionException {
    if (accept("(")) {
      TemplateExpression inner = parseConditional();
      expect(")");
      return inner;
    }
    if (accept("'")) {
      return new TemplateExpression.Literal(parseQuoted());
    }
    if (Character.isDigit(peek())) {
      return new TemplateExpression.Literal(parseNumber());
    }
    String name = parseName();
    return name.equals("null")
        ? new TemplateExpression.Literal(null)
        : new TemplateExpression.Variable(name);
  }

  /**
   * Parses the text up to the closing quotation mark.
   *
   * @throws UnsupportedExpressionException if there is none, or the text has an escape
   */
  private String parseQuoted() throws UnsupportedExpressionException {
    int end = text.indexOf('\'', position);
    if (end < 0 || text.substring(position, end).indexOf('\\') >= 0) {
      throw new UnsupportedExpressionException();
    }
    String fixed = text.substring(position, end);
    position = end + 1;
    return fixed;
  }

  private Integer parseNumber() throws UnsupportedExpressionException {
    int from = position;
    while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
      position++;
    }
    String digits = text.substring(from, position);
    if (!digits.matches("0|[1-9][0-9]{0,8}") || text.startsWith(".", position)) {
      throw new UnsupportedExpressionException();
    }
    return Integer.valueOf(digits);
  }

  private String parseName() throws UnsupportedExpressionException {
    peek();
    int from = position;
    while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
      position++;
    }
    String name = text.substring(from, position);
    boolean word = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    if (!word || RESERVED.contains(name)) {
      throw new UnsupportedExpressionException();
    }
    return name;
  }
}

package org.mingzhang.web.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mingzhang.web.render.PathExpression.Unfit;

/** Reads a {@link PathExpression} from left to right. Operators bind as they do in OGNL. */
final class PathParser {
  /** Names that are operators or values in OGNL. */
  private static final Set<String> WORDS =
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

  /** All of it; {@link Unfit} if it holds more than is known here. */
  PathExpression whole() throws Unfit {
    PathExpression whole = choice();
    if (peek() != 0) {
      throw new Unfit();
    }
    return whole;
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

  /** Takes an operator that is a word, which must end where it ends. */
  private boolean takeWord(String word) {
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
      throw new Unfit();
    }
  }

  private PathExpression choice() throws Unfit {
    PathExpression first = either();
    if (!take("?")) {
      return first;
    }
    PathExpression yes = choice();
    expect(":");
    return new PathExpression.Choice(first, yes, choice());
  }

  private PathExpression either() throws Unfit {
    PathExpression value = both();
    while (take("||") || takeWord("or")) {
      value = new PathExpression.Both(value, both(), false);
    }
    return value;
  }

  private PathExpression both() throws Unfit {
    PathExpression value = equality();
    while (take("&&") || takeWord("and")) {
      value = new PathExpression.Both(value, equality(), true);
    }
    return value;
  }

  private PathExpression equality() throws Unfit {
    PathExpression value = relation();
    if (take("==")) {
      return new PathExpression.Equal(value, relation(), true);
    }
    return take("!=") ? new PathExpression.Equal(value, relation(), false) : value;
  }

  private PathExpression relation() throws Unfit {
    PathExpression value = sum();
    if (take(">=")) {
      return new PathExpression.Greater(value, sum(), true);
    }
    return take(">") ? new PathExpression.Greater(value, sum(), false) : value;
  }

  private PathExpression sum() throws Unfit {
    PathExpression value = negation();
    while (take("+")) {
      value = new PathExpression.Joined(value, negation());
    }
    return value;
  }

  private PathExpression negation() throws Unfit {
    if (peek() == '!' && !text.startsWith("!=", at)) {
      expect("!");
      return new PathExpression.Not(calls());
    }
    return calls();
  }

  private PathExpression calls() throws Unfit {
    PathExpression value = primary();
    while (take(".")) {
      String method = name();
      expect("(");
      value = new PathExpression.Call(value, method, arguments());
    }
    return value;
  }

  private List<PathExpression> arguments() throws Unfit {
    List<PathExpression> arguments = new ArrayList<>();
    if (take(")")) {
      return arguments;
    }
    do {
      arguments.add(choice());
    } while (take(","));
    expect(")");
    return arguments;
  }

  private PathExpression primary() throws Unfit {
    if (take("(")) {
      PathExpression inner = choice();
      expect(")");
      return inner;
    }
    if (take("'")) {
      return new PathExpression.Fixed(quoted());
    }
    if (Character.isDigit(peek())) {
      return new PathExpression.Fixed(number());
    }
    String name = name();
    return name.equals("null") ? new PathExpression.Fixed(null) : new PathExpression.Name(name);
  }

  /** The text up to the closing quotation mark. */
  private String quoted() throws Unfit {
    int end = text.indexOf('\'', at);
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw new Unfit();
    }
    String fixed = text.substring(at, end);
    at = end + 1;
    return fixed;
  }

  private Integer number() throws Unfit {
    int from = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(from, at);
    if (!digits.matches("0|[1-9][0-9]{0,8}") || text.startsWith(".", at)) {
      throw new Unfit();
    }
    return Integer.valueOf(digits);
  }

  private String name() throws Unfit {
    peek();
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    boolean word = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    if (!word || WORDS.contains(name)) {
      throw new Unfit();
    }
    return name;
  }
}

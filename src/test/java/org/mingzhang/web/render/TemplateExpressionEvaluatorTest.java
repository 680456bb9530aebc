package org.mingzhang.web.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Expressions have the value that OGNL gives them, whether OGNL evaluates them or not. */
class TemplateExpressionEvaluatorTest {
  /** A value as pages have them. */
  public record Line(String label, boolean chosen, List<String> below, int count) {
    /** A method with an argument. */
    public String at(String where) {
      return where + ":" + label;
    }

    /** Two methods of one name are OGNL's business. */
    public String twice(String text) {
      return text + text;
    }

    /** The other. */
    public String twice(Integer number) {
      return "" + 2 * number;
    }
  }

  private static String render(boolean plain, String expression) {
    TemplateEngine engine = new TemplateEngine();
    if (plain) {
      StandardDialect dialect = new StandardDialect();
      dialect.setVariableExpressionEvaluator(new TemplateExpressionEvaluator());
      engine.setDialect(dialect);
    }
    engine.setTemplateResolver(new StringTemplateResolver());
    Map<String, Object> model =
        Map.of("line", new Line("湖北省", true, List.of("甲", "乙"), 812), "n", 4, "word", "a<b");
    return engine.process(
        "<p th:text=\"${" + expression + "}\"></p>", new Context(Locale.CHINA, model));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "word¦&lt;",
        "line.label()¦湖北省",
        "line.count()¦812",
        "!line.chosen()¦false",
        "line.chosen() ? 'page' : null¦page",
        "!line.below().isEmpty() ? line.at('x') : (line.chosen() ? 'a' : 'b')¦x:湖北省",
        "line.below().size()¦2",
        "line.below().get(1)¦乙",
        "line.at(line.chosen() ? 'yes' : 'no')¦yes:湖北省",
        "line.twice('ab')¦abab",
        "line.twice(n)¦8",
        "n > 3 ? 'more' : 'less'¦more",
        "word + '#cite'¦#cite",
        "line.below()[0]¦甲",
        "missing¦<p></p>",
        "word + n + '-' + line.label()¦&lt;b4-湖北省",
        "n + 1¦5",
        "n + word¦4a",
        "missing + word¦a&lt;b",
        "n == 4¦true",
        "n != 4 ? 'a' : 'b'¦b",
        "word == 'a<b'¦true",
        "missing == null¦true",
        "line.label() != null¦true",
        "n >= 4¦true",
        "n > 3 and word != 'xy'¦true",
        "n > 4 or line.chosen()¦true",
        "!line.chosen() && n == 4¦false",
        "n > 9 || word == 'xy' || n == 4¦true",
        "n == 4 ? word + '!' : 'b'¦a&lt;b!",
        "line.chosen() == true¦true",
        "n > 3.5¦true",
        "word.length() > 2 and (n == 5 or n == 4)¦true",
      })
  void plain_paths_and_all_others_give_what_ognl_gives(String expression, String part) {
    assertThat(render(true, expression)).isEqualTo(render(false, expression)).contains(part);
  }

  /** To OGNL, one character in quotation marks is a number. */
  @Test
  void a_text_of_one_character_is_a_text() {
    assertThat(render(true, "line.below().get(1) == '乙'")).contains("true");
  }

  @Test
  void a_method_of_nothing_is_a_fault_that_names_the_expression() {
    assertThatThrownBy(() -> render(true, "missing.label()"))
        .isInstanceOf(TemplateProcessingException.class)
        .hasMessageContaining("missing.label()");
  }

  @Test
  void what_templates_are_full_of_is_not_left_to_ognl() {
    for (String plain :
        List.of(
            "lines",
            "line.label()",
            "!line.children().isEmpty()",
            "line.selected() ? 'selected' : (line.excluded() ? 'excluded' : '')",
            "labels.text(line.excluded() ? 'facet.include' : 'facet.exclude', line.label())",
            "'/d/' + id + '/tables/' + part.table().index() + '.csv'",
            "folded == view and entry.level() >= 1")) {
      assertThat(TemplateExpression.parse(plain)).as(plain).isNotNull();
    }
    for (String other : List.of("a - b", "a = b", "map.key", "#strings.x()", "a in b", "1.5 > 2")) {
      assertThat(TemplateExpression.parse(other)).as(other).isNull();
    }
  }
}

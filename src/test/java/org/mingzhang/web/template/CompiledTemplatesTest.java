package org.mingzhang.web.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Small templates give what Thymeleaf gives; what is not understood says so. */
class CompiledTemplatesTest {
  /** A value as pages have them. */
  public record Line(String label, int count, List<Line> below) {}

  private static Map<String, Object> model() {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("word", "a<b>&\"'");
    model.put("nothing", null);
    model.put("empty", "");
    model.put("yes", true);
    model.put("no", false);
    model.put("n", 4);
    model.put("total", 4L);
    model.put("list", List.of("甲", "乙", "丙"));
    model.put("none", List.of());
    model.put("map", Collections.singletonMap("k", List.of("v", "w")));
    Line leaf = new Line("叶", 1, List.of());
    model.put("line", new Line("枝", 2, List.of(leaf, leaf)));
    return model;
  }

  private static String compiled(String template) throws Unfit {
    return new CompiledTemplates(name -> template, key -> "words of " + key)
        .render("page", model());
  }

  private static String thymeleaf(String template) {
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(new StringTemplateResolver());
    return engine.process(template, new Context(Locale.CHINA, model()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>\n<p xmlns:th=\"x\" class=\"a\">text &amp; more</p>\n",
        "<p th:text=\"${word}\">x</p><p th:text=\"${nothing}\">x</p><p th:utext=\"${word}\">x</p>",
        "<a th:href=\"${word}\" th:title=\"${empty}\" th:id=\"${nothing}\" download>x</a>",
        "<a th:href=\"${empty}\">x</a><a th:href=\"${nothing}\">x</a>",
        "<img th:src=\"${empty}\"><form th:action=\"${empty}\"></form>",
        "<input th:value=\"${empty}\"><input th:value=\"${nothing}\"><input th:name=\"${empty}\">",
        "<meta th:content=\"${empty}\"><i th:class=\"${empty}\" th:lang=\"${nothing}\">x</i>",
        "<i lang=\"zh\" th:lang=\"${word}\" id=\"b\">x</i><i lang=\"zh\""
            + " th:lang=\"${nothing}\">x</i>",
        "<i th:attr=\"rowspan=${n > 1 ? n : null},b=${nothing}\" th:data-x=\"${n}\" c=\"1\">x</i>",
        "<i th:attrappend=\"aria-current=${yes ? 'page' : null}\" class=\"a\">x</i>",
        "<i th:attrappend=\"aria-current=${no ? 'page' : null}\">x</i>",
        "<i class=\"a b\" th:classappend=\"${yes} ? 'c'\">x</i><i th:classappend=\"${word}\">x</i>",
        "<i class=\"a b\" th:classappend=\"${no} ? 'c'\">x</i><i th:classappend=\"${empty}\">x</i>",
        "<input th:checked=\"${yes}\"><input th:checked=\"${no}\"><details"
            + " th:open=\"${yes}\"></details>",
        "<ul>\n  <li th:each=\"x : ${list}\" th:text=\"${x}\">x</li>\n</ul>",
        "<p>a\n <span th:each=\"x : ${list}\" th:text=\"${x}\">x</span></p>",
        "<ul>\n  <li th:each=\"x : ${none}\">x</li>\n</ul>",
        "<ul> <li th:each=\"x,at : ${list}\" th:if=\"${at.index != 1}\""
            + " th:text=\"${at.count}\">x</li></ul>",
        "<th:block th:each=\"x,at : ${list}\" th:text=\"${at.first ? x : '、' + x}\">x</th:block>",
        "<b th:each=\"e : ${map}\"><i th:text=\"${e.key}\"></i><u th:each=\"v : ${e.value}\""
            + " th:text=\"${v}\"></u></b>",
        "<p th:if=\"${yes}\">a</p><p th:if=\"${no}\">b</p><p th:unless=\"${nothing}\">c</p>",
        "<p th:if=\"${n == 4 and total == 4}\">a</p><p th:if=\"${n > 4 or !list.isEmpty()}\">b</p>",
        "<p th:with=\"m=${n + 1},o='x'\" th:text=\"${m + o}\">x</p>",
        "<th:block th:switch=\"${n + 'th'}\"><p th:case=\"'4th'\">a</p> <p"
            + " th:case=\"'5th'\">b</p></th:block>",
        "<p th:text=\"${nothing} ?: '—'\">x</p><p th:text=\"${yes} ? 'a' : 'b'\">x</p>",
        "<p th:text=\"${list[1] + ' ' + list.size()}\">x</p><p th:text=\"${n - 1}\">x</p>",
        "<svg><rect th:attr=\"width=${n}\" height=\"6\"/></svg><br>",
        "<p th:text=\"${n &lt; 5 ? 'less' : 'more'}\">x</p>",
        "<div th:replace=\"~{:: row(${line})}\"></div><div th:insert=\"~{::"
            + " row(${line})}\">y</div><ul th:fragment=\"row(at)\"><li"
            + " th:text=\"${at.label()}\">x</li>\n"
            + "<th:block th:if=\"${!at.below().isEmpty()}\"><th:block th:each=\"b :"
            + " ${at.below()}\"><ul th:replace=\"~{::"
            + " row(${b})}\"></ul></th:block></th:block></ul>",
      })
  void a_template_gives_what_thymeleaf_gives(String template) throws Unfit {
    // a fragment's own place needs the variable that only its callers have
    boolean fragment = template.contains("th:fragment");
    String whole =
        fragment ? "<th:block th:with=\"at=${line}\">" + template + "</th:block>" : template;
    assertThat(compiled(whole)).isEqualTo(thymeleaf(whole));
  }

  @Test
  void a_text_of_the_bundle_is_filled_with_values() throws Unfit {
    CompiledTemplates templates =
        new CompiledTemplates(
            name -> "<p th:text=\"#{k(${n},${word})}\" th:title=\"#{k}\">x</p>",
            key -> "<{0}> {1}");
    assertThat(templates.render("page", model()))
        .isEqualTo("<p title=\"&lt;{0}&gt; {1}\">&lt;4&gt; a&lt;b&gt;&amp;&quot;&#39;</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p th:object=\"${line}\">x</p>",
        "<p th:text=\"*{label}\">x</p>",
        "<p th:text=\"${#strings.toUpperCase(word)}\">x</p>",
        "<p th:text=\"@{/x}\">x</p>",
        "<p>[[${word}]]</p>",
        "<p th:if=\"${word}\">x</p>",
        "<p th:text=\"${nothing.label()}\">x</p>",
        "<p th:text=\"${line.missing()}\">x</p>",
        "<p th:if=\"${yes}\" th:replace=\"~{:: x}\">x</p>",
        "<p>never closed",
        "<p th:insert=\"~{:: nowhere}\">x</p>",
      })
  void what_is_not_understood_is_left_to_thymeleaf(String template) {
    assertThatThrownBy(() -> compiled(template)).isInstanceOf(Unfit.class);
  }

  /** A guard against work for each value that grows: what a line of a list allocates. */
  @Test
  void a_line_of_a_list_allocates_little() throws Unfit {
    CompiledTemplates templates =
        new CompiledTemplates(
            name ->
                "<ul><li th:each=\"x : ${list}\" th:class=\"${x.count() > 1 ? 'a' : 'b'}\">"
                    + "<a th:href=\"${x.label()}\" th:text=\"${x.label()}\">x</a></li></ul>",
            key -> key);
    List<Line> lines = Collections.nCopies(10_000, new Line("某某省某某市", 812, List.of()));
    Map<String, Object> model = Map.of("list", lines);
    templates.render("page", model);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    String page = templates.render("page", model);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(page).contains("<li class=\"a\"><a href=\"某某省某某市\">某某省某某市</a></li>");
    assertThat((allocated - 10L * page.length()) / lines.size()).as("bytes a line").isLessThan(700);
  }
}

package org.mingzhang.web.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;

class TraditionalHtmlConverterTest {
  private static String own(String html) {
    return TraditionalHtmlConverter.convert(html, t -> t.replace('门', '門'), false);
  }

  private static String all(String html) {
    return TraditionalHtmlConverter.convert(html, t -> t.replace('门', '門'), true);
  }

  @Test
  void own_words_are_converted_and_those_of_documents_only_on_wish() {
    String page = "<p>门 <b lang=\"zh-CN\">门<i>门</i></b> 门</p>";
    assertThat(own(page)).isEqualTo("<p>門 <b lang=\"zh-CN\">门<i>门</i></b> 門</p>");
    assertThat(all(page)).isEqualTo("<p>門 <b lang=\"zh-Hant\">門<i>門</i></b> 門</p>");
  }

  @Test
  void own_words_within_a_document_are_converted() {
    assertThat(own("<div lang=\"zh-CN\">门<a lang=\"zh-Hant\">门</a>门</div>门"))
        .isEqualTo("<div lang=\"zh-CN\">门<a lang=\"zh-Hant\">門</a>门</div>門");
  }

  @Test
  void words_that_scripts_show_are_converted() {
    assertThat(own("<template data-link=\"门\" data-cite=\"门\" data-card=\"门\" data-keep=\"门\">"))
        .isEqualTo("<template data-link=\"門\" data-cite=\"門\" data-card=\"門\" data-keep=\"門\">");
  }

  @Test
  void what_is_sent_back_or_copied_stays() {
    String page =
        "<input name=\"q\" value=\"门\" placeholder=\"门\"><textarea>门</textarea>"
            + "<button data-copy=\"门\" data-done=\"门\">门</button><script>门</script>"
            + "<p lang=\"zh-CN\" translate=\"no\" title=\"门\">门</p><option value=\"门\">门</option>";
    assertThat(all(page))
        .isEqualTo(
            "<input name=\"q\" value=\"门\" placeholder=\"門\"><textarea>门</textarea>"
                + "<button data-copy=\"门\" data-done=\"門\">門</button><script>门</script>"
                + "<p lang=\"zh-CN\" translate=\"no\" title=\"门\">门</p>"
                + "<option value=\"门\">門</option>");
  }

  @Test
  void escaped_words_stay_escaped_and_comments_are_no_tags() {
    assertThat(all("<!-- <b> --><p title=\"a > 门\">&lt;门&gt; &amp;</p>门"))
        .isEqualTo("<!-- <b> --><p title=\"a > 門\">&lt;門&gt; &amp;</p>門");
  }

  @Test
  void an_element_left_open_ends_with_the_one_around_it() {
    assertThat(own("<ul><li lang=\"zh-CN\">门</ul>门<br>门"))
        .isEqualTo("<ul><li lang=\"zh-CN\">门</ul>門<br>門");
  }

  @Test
  void words_around_marks_are_the_same_as_by_plain_nesting() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      StringBuilder page = new StringBuilder();
      StringBuilder wanted = new StringBuilder();
      write(random, 0, true, page, wanted);
      assertThat(own(page.toString())).as("seed %d", seed).isEqualTo(wanted.toString());
    }
  }

  private static void write(
      Random random, int depth, boolean ours, StringBuilder page, StringBuilder wanted) {
    List<String> marks = new ArrayList<>(List.of("", " lang=\"zh-CN\"", " lang=\"zh-Hant\""));
    for (int i = random.nextInt(4); i >= 0; i--) {
      page.append("门");
      wanted.append(ours ? "門" : "门");
      if (depth < 5 && random.nextBoolean()) {
        int mark = random.nextInt(3);
        String start = "<div class=\"门\"" + marks.get(mark) + ">";
        page.append(start);
        wanted.append(start);
        write(random, depth + 1, mark == 0 ? ours : mark == 2, page, wanted);
        page.append("</div>");
        wanted.append("</div>");
      }
    }
  }
}

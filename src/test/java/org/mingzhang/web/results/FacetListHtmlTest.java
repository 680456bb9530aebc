package org.mingzhang.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;
import org.mingzhang.web.results.FacetView.ListedValue;

/** The HTML of a facet's values. */
class FacetListHtmlTest {
  private static final Labels LABELS = new Labels(new Messages(), Language.CHINESE);

  @Test
  void a_value_has_a_link_to_choose_it_and_one_to_exclude_it() {
    ListedValue listedValue =
        new ListedValue(
            "<甲>", "1,204", 100, "/s?a=1&b=2", "/s?n=1", false, false, false, List.of());
    assertThat(FacetListHtml.render(List.of(listedValue), false, LABELS))
        .isEqualTo(
            """
            <ul class="lines">
              <li>
                <span class="line"><a class="value" rel="nofollow" href="/s?a=1&amp;b=2">\
            <span class="box" aria-hidden="true"></span><span class="name" lang="zh-CN">&lt;甲&gt;</span>\
            <span class="count">1,204</span></a><a class="not" rel="nofollow" href="/s?n=1" title="排除 &lt;甲&gt;">\
            <span aria-hidden="true">−</span><span class="visually-hidden">排除 &lt;甲&gt;</span></a></span>
            \s\s\s\s
              </li>
            </ul>""");
  }

  @Test
  void narrower_values_are_below_a_chosen_one() {
    ListedValue city = new ListedValue("市", "1", 1, "/c", "/d", false, true, false, List.of());
    ListedValue province =
        new ListedValue("省", "2", 1, "/a", "/b", true, false, true, List.of(city));
    assertThat(FacetListHtml.render(List.of(province), true, LABELS))
        .startsWith("<ul class=\"lines tree\">\n  <li class=\"selected\">")
        .contains("已选，再按取消")
        .containsSubsequence(
            "<details class=\"branch\" open=\"open\"><summary>",
            "省 的下级",
            "<ul class=\"lines tree\">",
            "<li class=\"excluded\">",
            "不再排除 市",
            "</ul></details>\n  </li>\n</ul>");
  }
}

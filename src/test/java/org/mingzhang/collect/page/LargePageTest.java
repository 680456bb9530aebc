package org.mingzhang.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that very large pages are read in linear time. */
class LargePageTest {
  private static final int MANY = 15_000;
  private static final Duration MOST = Duration.ofSeconds(4);
  private static final URI PAGE = URI.create("http://site.test/z/index.html");

  private static String times(int count, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
  }

  private static String link(int i) {
    return "<a href=d" + i + ".html>某局2023年部门预算" + i + "</a>";
  }

  static Stream<Arguments> pages() {
    String rows = times(MANY, i -> "<li>" + link(i) + "<i>2023-02-01</i></li>");
    String quarter = times(MANY / 4, i -> "<li>" + link(i) + "</li>");
    return Stream.of(
        Arguments.of("rows", "<ul>" + rows + "</ul>", MANY),
        Arguments.of("links of one paragraph", "<p>" + times(MANY, LargePageTest::link), MANY),
        Arguments.of(
            "links with titles alone",
            "<p>" + times(MANY, i -> "<a href=d" + i + ".html title=某局2023年部门预算" + i + "></a>"),
            MANY),
        Arguments.of(
            "links that are numbers",
            "<p>" + times(MANY, i -> "<a href=p" + i + ".html>" + i % 9_999 + "</a> "),
            0),
        Arguments.of(
            "lists without a full stop",
            ("<ul>" + quarter + "</ul>").repeat(4).replace("d1", "e1"),
            MANY / 4),
        Arguments.of(
            "groups of their own",
            "<ul>"
                + rows
                + "</ul>"
                + times(
                    MANY / 4,
                    i -> "<div class=" + letters(i) + ">" + link(MANY + i) + " 2023-02-01</div>"),
            MANY),
        Arguments.of("a long class", "<div class='" + "x ".repeat(500_000) + "'><ul>" + rows, MANY),
        Arguments.of("empty blocks", "<nav></nav><p>".repeat(MANY * 3), 0),
        Arguments.of("scripts", "<script></script>".repeat(MANY * 5) + "<ul>" + quarter, MANY / 4),
        Arguments.of(
            "calls of scripts",
            "<script>"
                + times(MANY, i -> "createPageHTML(20000,0,\"i" + i + "\",\"html\");")
                + "</script>",
            0),
        Arguments.of(
            "a long script of a link",
            "<a href='#' onclick='" + "goto".repeat(200_000) + "'>下一页</a>",
            0),
        Arguments.of("a folder in a folder", "<div class=nav>".repeat(500) + rows, 0));
  }

  /** A name without numbers. */
  private static String letters(int i) {
    return Integer.toString(i, 8)
        .chars()
        .mapToObj(c -> "" + (char) (c - '0' + 'k'))
        .collect(Collectors.joining());
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  @Timeout(240)
  void are_read_in_time_that_grows_with_their_length(String name, String body, int entries)
      throws Exception {
    long began = processorTime();
    byte[] bytes = ("<html><body>" + body).getBytes(StandardCharsets.UTF_8);
    WebPage webPage = WebPage.parse(PAGE, bytes);
    WebPageContent reading = new WebPageContent(webPage);
    long documents =
        reading.findEntries(null, null).stream().filter(e -> e.label().contains("部门预算")).count();
    assertThat(documents).as(name).isGreaterThanOrEqualTo(entries);
    assertThat(reading.findFurtherPagesOfList(null, 500)).hasSizeLessThanOrEqualTo(500);
    MainText main = MainText.extract(webPage.document());
    boolean unused = reading.isList(main);
    assertThat(Duration.ofNanos(processorTime() - began)).isLessThan(MOST);
  }
}

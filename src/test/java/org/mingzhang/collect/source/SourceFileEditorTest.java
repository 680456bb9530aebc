package org.mingzhang.collect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests edits of single sources, which preserve comments and all other lines. */
class SourceFileEditorTest {
  private static final String FILE =
      """
      # Ours, see the handbook.
      contact: https://example.org/about
      defaults: {delay: 5s}
      sources:
        # The city.
        - name: xm
          title: 厦门市财政局 # as it calls itself
          url: https://www.example.gov.cn/zwgk/
          hosts: [files.example.gov.cn]
          region: "350200"

        # The districts.
        - name: siming
          url: https://siming.example.gov.cn/
          every: 7d
      # The end.
      """;

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("sources.yaml");
  }

  private SourceFileEditor edits(String text) throws Exception {
    Files.writeString(file(), text);
    return new SourceFileEditor(file());
  }

  private String text() throws Exception {
    return Files.readString(file());
  }

  @Test
  void what_is_written_is_shown_as_it_is_written() throws Exception {
    SourceFileEditor.SourceFileContent shown = edits(FILE).read();
    assertThat(shown.contact()).isEqualTo("https://example.org/about");
    assertThat(shown.entries()).hasSize(2);
    assertThat(shown.entries().getFirst())
        .containsEntry("hosts", "files.example.gov.cn")
        .containsEntry("region", "350200")
        .containsEntry("title", "厦门市财政局");
    assertThat(shown.entries().getLast()).containsEntry("every", "7d");
  }

  @Test
  void an_added_source_stands_behind_the_last_one() throws Exception {
    SourceFileEditor edits = edits(FILE);
    edits.put(
        null,
        Map.of(
            "name", "huli",
            "url", "https://huli.example.gov.cn/",
            "title", "湖里区 \"财政\"\\局",
            "region", "350206",
            "agencies", "湖里区教育局\n湖里区民政局\n",
            "only", "",
            "sitemaps", "true"),
        edits.read().fingerprint());
    assertThat(text())
        .isEqualTo(
            FILE.replace(
                "    every: 7d\n",
                """
                    every: 7d
                  - name: "huli"
                    title: "湖里区 \\"财政\\"\\\\局"
                    url: "https://huli.example.gov.cn/"
                    region: "350206"
                    agencies: ["湖里区教育局", "湖里区民政局"]
                    sitemaps: "true"
                """));
    CrawlSource added = CrawlSourceParser.read(file()).find("huli").orElseThrow();
    assertThat(added.title()).isEqualTo("湖里区 \"财政\"\\局");
    assertThat(added.agencies()).containsExactly("湖里区教育局", "湖里区民政局");
  }

  @Test
  void a_changed_source_keeps_its_place_and_its_neighbors_their_comments() throws Exception {
    SourceFileEditor edits = edits(FILE);
    edits.put(
        "xm",
        Map.of("name", "xm", "url", "https://www.example.gov.cn/new/"),
        edits.read().fingerprint());
    assertThat(text())
        .contains(
            "  # The city.\n  - name: \"xm\"\n    url: \"https://www.example.gov.cn/new/\"\n\n")
        .contains("  # The districts.\n  - name: siming\n", "# The end.\n", "# Ours")
        .doesNotContain("350200");
  }

  @Test
  void a_source_is_taken_out_and_the_last_leaves_an_empty_list() throws Exception {
    SourceFileEditor edits = edits(FILE);
    edits.remove("xm", edits.read().fingerprint());
    assertThat(CrawlSourceParser.read(file()).sources())
        .extracting(CrawlSource::name)
        .containsExactly("siming");
    assertThat(text()).contains("# The districts.", "defaults: {delay: 5s}");
    edits.remove("siming", edits.read().fingerprint());
    assertThat(CrawlSourceParser.read(file()).sources()).isEmpty();
    assertThat(text()).contains("# The end.");
    edits.put(null, Map.of("name", "a", "url", "http://a.example.cn/"), edits.read().fingerprint());
    edits.put(null, Map.of("name", "b", "url", "http://b.example.cn/"), edits.read().fingerprint());
    assertThat(CrawlSourceParser.read(file()).sources())
        .extracting(CrawlSource::name)
        .containsExactly("a", "b");
  }

  @Test
  void a_file_that_is_not_there_is_made() throws Exception {
    SourceFileEditor edits = new SourceFileEditor(file());
    edits.put(null, Map.of("name", "a", "url", "http://a.example.cn/"), edits.read().fingerprint());
    edits.setContact("mailto:desk@example.org", edits.read().fingerprint());
    assertThat(CrawlSourceParser.read(file()).contact()).isEqualTo("mailto:desk@example.org");
    edits.setContact("https://example.org", edits.read().fingerprint());
    assertThat(CrawlSourceParser.read(file()).contact()).isEqualTo("https://example.org");
    assertThat(CrawlSourceParser.read(file()).sources()).hasSize(1);
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void what_would_not_be_in_order_or_was_changed_meanwhile_changes_nothing() throws Exception {
    SourceFileEditor edits = edits(FILE);
    String shown = edits.read().fingerprint();
    for (Map<String, String> wrong :
        List.of(
            Map.of("name", "a b", "url", "http://a.example.cn/"),
            Map.of("name", "a", "url", "ftp://a.example.cn/"),
            Map.of("name", "siming", "url", "http://a.example.cn/"),
            Map.of("name", "a", "url", "http://a.example.cn/", "region", "999999"),
            Map.of("name", "a", "url", "http://a.example.cn/", "every", "soon"),
            Map.of("name", "a", "url", "http://a.example.cn/", "items", "a["))) {
      assertThatThrownBy(() -> edits.put(null, wrong, shown))
          .as(wrong.toString())
          .isInstanceOf(SourceException.class);
    }
    assertThatThrownBy(() -> edits.remove("none", shown)).hasMessage("there is no source none");
    assertThatThrownBy(() -> edits.remove("xm", "other")).hasMessageContaining("changed meanwhile");
    assertThat(text()).isEqualTo(FILE);
  }

  @Test
  void entries_in_brackets_are_left_to_hands() throws Exception {
    String text = "sources: [{name: a, url: 'http://a.example.cn/'}]\n";
    SourceFileEditor edits = edits(text);
    assertThatThrownBy(() -> edits.remove("a", edits.read().fingerprint()))
        .hasMessageContaining("edit the file by hand");
    assertThat(text()).isEqualTo(text);
  }
}

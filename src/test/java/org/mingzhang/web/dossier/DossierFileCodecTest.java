package org.mingzhang.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.Seed;
import org.mingzhang.web.address.BadParameterException;

/** Reading and validation of untrusted dossier files. */
class DossierFileCodecTest {
  private static final String HEAD = "{\"format\":\"mingzhang-dossier\",\"version\":1,\"entries\":";

  @Test
  void whatever_is_written_is_read_again() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Dossier.Entry> entries = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        entries.add(entry(random));
      }
      Dossier dossier = new Dossier(text(random), entries);
      assertThat(DossierFileCodec.read(DossierFileCodec.write(dossier)))
          .as("seed " + seed)
          .isEqualTo(dossier);
    }
  }

  private static Dossier.Entry entry(Random random) {
    Dossier.EntryKind kind =
        List.of(Dossier.EntryKind.values()).get(random.nextInt(Dossier.EntryKind.values().length));
    boolean own = kind.isOwnText();
    return new Dossier.Entry(
        kind,
        own ? "" : "doc-" + random.nextInt(9),
        own || random.nextBoolean() ? "" : "第一节-x",
        random.nextBoolean() ? "" : "a-0123abcd",
        own || random.nextBoolean() ? "" : "0123456789abcdef",
        random.nextInt(3),
        text(random),
        text(random),
        text(random));
  }

  private static String text(Random random) {
    String[] parts = {"三公", "\n", "<b>", "\"", "\\", "😀", "\t", "é", "{", "&"};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"format\":\"other\",\"version\":1,\"entries\":[]}",
        "{\"format\":\"mingzhang-dossier\",\"version\":2,\"entries\":[]}",
        HEAD + "{}}",
        HEAD + "[{}]}",
        HEAD + "[{\"kind\":\"script\"}]}",
        HEAD + "[{\"kind\":\"section\"}]}",
        HEAD + "[{\"kind\":\"section\",\"document\":\"../../etc/passwd\"}]}",
        HEAD + "[{\"kind\":\"section\",\"document\":\"d?x=1#y\"}]}",
        HEAD + "[{\"kind\":\"section\",\"document\":\"d\",\"version\":\"' OR 1\"}]}",
        HEAD + "[{\"kind\":\"section\",\"document\":\"d\",\"anchor\":\"\\\"><script>\"}]}",
        HEAD + "[{\"kind\":\"section\",\"document\":\"d\",\"page\":-1}]}",
        HEAD + "[{\"kind\":\"section\",\"document\":\"d\",\"page\":1e99}]}",
        HEAD + "[{\"kind\":\"text\",\"note\":{\"a\":[]}}]}",
        HEAD + "[[[[[[[[[[[[1]]]]]]]]]]]]}"
      })
  void what_is_no_dossier_is_refused(String json) {
    assertThatThrownBy(() -> DossierFileCodec.read(json)).isInstanceOf(BadParameterException.class);
  }

  @Test
  void too_many_entries_and_too_long_texts_are_refused() {
    String many = "{\"kind\":\"text\"},".repeat(Dossier.MAX_ENTRIES) + "{\"kind\":\"text\"}";
    assertThatThrownBy(() -> DossierFileCodec.read(HEAD + "[" + many + "]}"))
        .isInstanceOf(BadParameterException.class);
    String note = HEAD + "[{\"kind\":\"text\",\"note\":\"" + "x".repeat(20_001) + "\"}]}";
    assertThatThrownBy(() -> DossierFileCodec.read(note)).isInstanceOf(BadParameterException.class);
    assertThatThrownBy(() -> DossierFileCodec.read(" ".repeat(2_000_001)))
        .isInstanceOf(BadParameterException.class);
  }

  @Test
  void unknown_fields_and_control_characters_are_dropped() {
    Dossier read =
        DossierFileCodec.read(
            HEAD + "[{\"kind\":\"text\",\"note\":\"a\\u0000b\\u001bc\\nd\",\"onload\":\"x\"}]}");
    assertThat(read.entries().getFirst().note()).isEqualTo("abc\nd");
    assertThat(DossierFileCodec.write(read)).doesNotContain("onload");
  }

  @Test
  void notes_are_markdown_without_anything_active() {
    assertThat(MarkdownNoteRenderer.renderHtml("**a** *b*\n\n* c\n* d"))
        .contains("<strong>a</strong> <em>b</em>", "<li>c</li>");
    String hostile =
        MarkdownNoteRenderer.renderHtml(
            "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1))"
                + " ![p](https://example.org/p.png) [d](data:text/html,x) <b onclick=x>b</b>"
                + " [v](VBScript:x) <javascript:alert(1)>");
    assertThat(hostile)
        .doesNotContainIgnoringCase("<script", "<img", "<b ", "href=\"javascript", "href=\"data")
        .doesNotContainIgnoringCase("href=\"vbscript")
        .contains("<a rel=\"nofollow\" href=\"https://example.org/p.png\">p</a>");
  }

  @Test
  void deep_markdown_is_read_in_bounded_depth() {
    assertThat(MarkdownNoteRenderer.renderHtml("> ".repeat(9_000) + "x")).contains("x");
    assertThat(MarkdownNoteRenderer.renderHtml("[".repeat(9_000))).contains("[");
    assertThat(MarkdownNoteRenderer.renderHtml("*a ".repeat(6_000))).contains("a");
  }
}

package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.text.Sha256;

class ArchiveTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @TempDir Path folder;
  private Archive archive;

  @BeforeEach
  void open() {
    archive = Archive.open(folder.resolve("archive"));
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private ArchivedDisclosure store(String identity, String content, int year, Section... sections)
      throws IOException {
    Path original = Files.writeString(folder.resolve("original.txt"), content);
    Disclosure disclosure = Disclosures.of(Sha256.hash(original), year, sections);
    List<String> slugs =
        disclosure.sections().stream().map(s -> "s-" + s.title().hashCode()).toList();
    return archive.store(
        NewVersions.of(
            identity, "ypj-" + year + "-bmjs", slugs, disclosure, original, null, null, 1, NOW));
  }

  private static String slug(String title) {
    return "s-" + title.hashCode();
  }

  @Test
  void what_is_stored_is_read_back_by_another_opening() throws IOException {
    ArchivedDisclosure stored = store("/a.txt", "一", 2024, Disclosures.section("1", "概况", "职责如下。"));
    archive.close();
    archive = Archive.open(folder.resolve("archive"));
    assertThat(archive.latest(stored.id())).contains(stored);
    assertThat(archive.findOriginal(stored.version()))
        .hasValueSatisfying(o -> assertThat(o.file()).hasContent("一"));
  }

  @Test
  void a_replaced_file_is_a_new_version_and_the_old_one_stays_readable() throws IOException {
    ArchivedDisclosure first = store("/a.txt", "一", 2024, Disclosures.section("1", "概况", "旧。"));
    ArchivedDisclosure second = store("/a.txt", "二", 2024, Disclosures.section("1", "概况", "新。"));
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(archive.versions(first.id()))
        .extracting(DocumentVersion::number)
        .containsExactly(1, 2);
    assertThat(archive.findVersion(first.id(), first.version().sha256().substring(0, 8)))
        .contains(first);
    assertThat(archive.findOriginal(first.version()))
        .hasValueSatisfying(o -> assertThat(o.file()).hasContent("一"));
  }

  @Test
  void a_path_used_again_for_another_year_is_another_document() throws IOException {
    ArchivedDisclosure first = store("/a.txt", "一", 2023, Disclosures.section("1", "概况", ""));
    ArchivedDisclosure second = store("/a.txt", "二", 2024, Disclosures.section("1", "概况", ""));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(archive.versions(first.id())).hasSize(1);
  }

  @Test
  void two_documents_that_want_the_same_link_get_different_ones() throws IOException {
    ArchivedDisclosure first = store("/a.txt", "一", 2024, Disclosures.section("1", "概况", ""));
    ArchivedDisclosure second = store("/b.txt", "二", 2024, Disclosures.section("1", "概况", ""));
    assertThat(second.id()).startsWith(first.id() + "-");
  }

  @Test
  void a_renamed_section_is_found_by_its_words_under_its_old_link() throws IOException {
    String text = "机关运行经费支出五十六万元，比上年减少三万元，主要原因是压缩开支。";
    ArchivedDisclosure first = store("/a.txt", "一", 2024, Disclosures.section("1", "机关运行经费", text));
    store("/a.txt", "二", 2024, Disclosures.section("1", "运行经费情况", text));
    assertThat(archive.resolve(first.id(), slug("机关运行经费")))
        .contains(new PermalinkTarget.UnderOtherLink(first.id(), slug("运行经费情况")));
    assertThat(archive.resolve(first.id(), slug("运行经费情况")))
        .contains(new PermalinkTarget.Unmoved(first.id(), slug("运行经费情况")));
  }

  @Test
  void a_section_that_was_taken_out_is_shown_from_the_version_that_had_it() throws IOException {
    ArchivedDisclosure first =
        store(
            "/a.txt",
            "一",
            2024,
            Disclosures.section("1", "概况", "职责如下。"),
            Disclosures.section("2", "三公经费", "公务接待费十二万元，共接待三十批次。"));
    store("/a.txt", "二", 2024, Disclosures.section("1", "概况", "职责如下。"));
    assertThat(archive.resolve(first.id(), slug("三公经费")))
        .contains(new PermalinkTarget.InEarlierVersion(first.version(), "2"));
  }

  @Test
  void a_better_reading_of_the_same_content_leaves_no_link_behind() throws IOException {
    ArchivedDisclosure first =
        store("/a.txt", "一", 2024, Disclosures.section("1", "整篇", "概况。职责如下，按照规定执行。"));
    ArchivedDisclosure second =
        store(
            "/a.txt",
            "一",
            2024,
            Disclosures.section("1", "概况", ""),
            Disclosures.section("2", "职责", "职责如下，按照规定执行。"));
    assertThat(second.version().number()).isEqualTo(1);
    assertThat(archive.resolve(first.id(), slug("整篇")))
        .hasValueSatisfying(d -> assertThat(d).isInstanceOf(PermalinkTarget.UnderOtherLink.class));
  }

  @Test
  void a_link_never_given_out_is_unknown() {
    assertThat(archive.resolve("no", "such")).isEmpty();
    assertThat(archive.latest("no")).isEmpty();
  }

  @Test
  void a_second_writer_is_told() {
    assertThatThrownBy(() -> Archive.open(folder.resolve("archive")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("another process is using");
  }

  @Test
  void a_damaged_original_is_found_by_the_check() throws IOException {
    ArchivedDisclosure stored = store("/a.txt", "一", 2024, Disclosures.section("1", "概况", ""));
    assertThat(archive.check()).isEmpty();
    Files.writeString(archive.findOriginal(stored.version()).orElseThrow().file(), "改");
    assertThat(archive.check()).singleElement().asString().contains("does not match its SHA-256");
  }

  @Test
  void what_came_of_a_file_is_noted() {
    SourceFileState state =
        new SourceFileState(
            "/a.zip",
            5,
            7,
            "ff",
            1,
            "",
            List.of(
                new SourceFileState.Member("a.zip!/x.pdf", "d", null, null),
                new SourceFileState.Member("a.zip!/y.pdf", null, "ENCRYPTED", "needs a password")));
    archive.sourceFiles().record(state);
    assertThat(archive.sourceFiles().find("/a.zip")).contains(state);
    assertThat(archive.sourceFiles().refusedMembers())
        .extracting(SourceFileState.Member::message)
        .containsExactly("needs a password");
  }
}

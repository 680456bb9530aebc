package org.mingzhang.web.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.changes.VersionChanges.Change;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

/** What two versions of a document differ in. */
@org.jspecify.annotations.NullUnmarked
class VersionChangesTest {
  private static final Labels CHINESE = new Labels(new Messages(), Language.CHINESE);
  private static final Labels ENGLISH = new Labels(new Messages(), Language.ENGLISH);

  /** A version with sections written {@code id|number|title|text}. */
  private static ArchivedDisclosure version(List<Fact> facts, String... sections) {
    List<String[]> cells = Stream.of(sections).map(s -> s.split("\\|", -1)).toList();
    Disclosure disclosure =
        new Disclosure(
                new SourceDocument("a.txt", "00", "text/plain", 1, 1, null),
                new DocumentMetadata("题", false, null, null, null, Category.OTHER, null, List.of()),
                cells.stream().map(VersionChangesTest::section).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())
            .withFacts(facts);
    return new ArchivedDisclosure(
        "a",
        new DocumentVersion("a", 1, "0".repeat(64), Instant.EPOCH, "a.txt", null),
        disclosure,
        cells.stream().map(c -> c[0]).toList());
  }

  private static Section section(String[] cells) {
    return new Section(
        cells[0],
        cells[1],
        cells[2],
        1,
        Topic.OTHER,
        1,
        false,
        false,
        List.of(new Section.Paragraph(1, cells[3])));
  }

  @Test
  void a_section_with_another_number_is_neither_removed_nor_new() {
    VersionChanges changes =
        VersionChanges.compare(
            version(List.of(), "a|一、|概况|甲", "b|二、|三公经费说明|乙", "x|三、|运行经费|丙"),
            version(List.of(), "a|一、|概况|甲", "n|二、|新增一节|丁", "b|三、|三公经费说明|乙", "y|四、|运行经费|丙"));
    assertThat(changes.sections()).containsExactly(new Change("二、新增一节", "", "丁"));
    assertThat(changes.numbers())
        .containsExactly(
            new Change("三公经费说明", "二、三公经费说明", "三、三公经费说明"), new Change("运行经费", "三、运行经费", "四、运行经费"));
    assertThat(changes.isEmpty()).isFalse();
  }

  @Test
  void other_text_and_another_title_of_the_same_section_are_changes_of_it() {
    VersionChanges changes =
        VersionChanges.compare(
            version(List.of(), "a|一、|概况|甲", "b|二、|说明|乙", "c|三、|末|丙"),
            version(List.of(), "a|一、|概况|甲甲", "b|二、|情况说明|乙", "d|三、|尾|丁"));
    assertThat(changes.sections())
        .containsExactly(
            new Change("一、概况", "甲", "甲甲"),
            new Change("二、情况说明", "二、说明", "二、情况说明"),
            new Change("三、末", "丙", ""),
            new Change("三、尾", "", "丁"));
    assertThat(changes.numbers()).isEmpty();
  }

  private static Fact fact(
      Fact.Kind kind, String value, String printed, String unit, Fact.RateKind of) {
    return new Fact(
        "机关运行经费",
        new FactContext(null, null, null, null, null, null, 2024, null, null, null),
        kind,
        new BigDecimal(value),
        printed,
        unit,
        of == null ? null : new Fact.ReferenceAmount(of, null, 2023, null),
        false,
        List.of(new FactLocation("a", 1, 0, 1, printed, null)));
  }

  @Test
  void changes_and_their_rates_have_a_direction() {
    VersionChanges changes =
        VersionChanges.compare(
            version(
                List.of(
                    fact(Fact.Kind.CHANGE, "20000", "2.00", "万元", null),
                    fact(Fact.Kind.RATE, "7.14", "7.14", "%", Fact.RateKind.CHANGE),
                    fact(Fact.Kind.RATE, "95", "95", "%", Fact.RateKind.COMPLETION))),
            version(
                List.of(
                    fact(Fact.Kind.CHANGE, "-30000", "3.00", "万元", null),
                    fact(Fact.Kind.RATE, "-10", "10.00", "%", Fact.RateKind.CHANGE),
                    fact(Fact.Kind.RATE, "98", "98", "%", Fact.RateKind.COMPLETION))));
    assertThat(changes.describeFigures(CHINESE))
        .containsExactly(
            new Change("机关运行经费 · 2024 · 增减额", "增加 2.00 万元", "减少 3.00 万元"),
            new Change("机关运行经费 · 2024 · 增减率", "增长 7.14 %", "下降 10.00 %"),
            new Change("机关运行经费 · 2024 · 完成率", "95 %", "98 %"));
    assertThat(changes.describeFigures(ENGLISH).get(1).label())
        .isEqualTo("Operating costs of organs · 2024 · rate of change");
  }
}

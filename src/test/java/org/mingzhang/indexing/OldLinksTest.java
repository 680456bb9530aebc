package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.PermalinkTarget;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;

/** All permalinks remain valid after the same files are read by a parser with another outline. */
class OldLinksTest {
  /** Differences between the outlines of two parsers. */
  enum Outline {
    /** Every heading is of the first level. */
    FLAT,
    /** Titles keep what this parser takes for numerals. */
    NUMERALS_IN_TITLES,
    /** Only headings of the first two levels are headings. */
    SHALLOW,
    /** No heading at all is found. */
    ONE_SECTION,
    /** Headings have other words. */
    RENAMED;

    List<Section> of(List<Section> sections) {
      return switch (this) {
        case FLAT ->
            changed(sections, (s, i) -> with(s, (i + 1) + "", s.number(), s.title(), 1, s.body()));
        case NUMERALS_IN_TITLES ->
            changed(sections, (s, i) -> with(s, s.path(), "", s.heading(), s.level(), s.body()));
        case RENAMED ->
            changed(
                sections, (s, i) -> with(s, s.path(), s.number(), "另名" + i, s.level(), s.body()));
        case SHALLOW -> merged(sections, 2);
        case ONE_SECTION -> merged(sections, 0);
      };
    }

    private interface Change {
      Section of(Section section, int index);
    }

    private static List<Section> changed(List<Section> sections, Change change) {
      List<Section> all = new ArrayList<>();
      for (Section section : sections) {
        all.add(change.of(section, all.size()));
      }
      return all;
    }

    /** Sections deeper than a level become text of the section before them. */
    private static List<Section> merged(List<Section> sections, int deepest) {
      List<Section> kept = new ArrayList<>();
      for (Section section : sections) {
        if (kept.isEmpty() || section.level() <= deepest) {
          kept.add(section);
        } else {
          Section last = kept.removeLast();
          List<Section.Part> body = new ArrayList<>(last.body());
          body.add(new Section.Paragraph(section.page(), section.heading()));
          body.addAll(section.body());
          kept.add(with(last, last.path(), last.number(), last.title(), last.level(), body));
        }
      }
      return kept;
    }

    private static Section with(
        Section s, String path, String number, String title, int level, List<Section.Part> body) {
      return new Section(
          path, number, title, level, s.topic(), s.page(), s.isListItem(), s.isRunIn(), body);
    }
  }

  @TempDir Path folder;

  private void index(Archive archive, DocumentReader reader, boolean again)
      throws IOException, InterruptedException {
    try (IndexStore index = IndexStore.open(folder.resolve("lucene"))) {
      new Indexer(
              archive,
              index,
              reader,
              Clock.systemUTC(),
              1,
              new MemberSpool(folder.resolve("spool")))
          .run(SourceFileLister.list(List.of(Path.of("samples"))), again, IndexingListener.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_old_link_leads_to_a_section_that_is_there(Outline other) throws Exception {
    ExtractionLimits limits = ExtractionLimits.standard();
    ExtractionLimits quick =
        new ExtractionLimits(
            limits.maxBytes(),
            limits.maxCharacters(),
            limits.maxPages(),
            limits.maxDepth(),
            limits.maxMembers(),
            limits.timeLimit(),
            false);
    try (Archive archive = Archive.open(folder.resolve("archive"));
        InProcessDocumentReader reader = new InProcessDocumentReader(quick)) {
      index(archive, reader, false);
      Map<String, List<String>> links = new LinkedHashMap<>();
      for (String id : archive.documentIds("", Integer.MAX_VALUE)) {
        links.put(id, archive.latest(id).orElseThrow().sectionIds());
      }
      assertThat(links).hasSizeGreaterThan(5);
      index(archive, file -> seen(reader.read(file), other), true);
      links.forEach((id, slugs) -> slugs.forEach(slug -> leadsSomewhere(archive, id, slug)));
    }
  }

  private static List<DocumentReader.Result> seen(
      List<DocumentReader.Result> results, Outline other) {
    return results.stream()
        .map(
            result ->
                result instanceof DocumentReader.SuccessfulReading read
                    ? new DocumentReader.SuccessfulReading(seen(read.disclosure(), other))
                    : result)
        .toList();
  }

  private static Disclosure seen(Disclosure plain, Outline other) {
    return new Disclosure(
        plain.source(),
        plain.metadata(),
        other.of(plain.sections()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static void leadsSomewhere(Archive archive, String id, String slug) {
    PermalinkTarget destination = archive.resolve(id, slug).orElseThrow();
    boolean there =
        switch (destination) {
          case PermalinkTarget.Unmoved unmoved ->
              archive
                  .latest(unmoved.documentId())
                  .orElseThrow()
                  .sectionIds()
                  .contains(unmoved.slug());
          case PermalinkTarget.UnderOtherLink moved ->
              archive.latest(moved.documentId()).orElseThrow().sectionIds().contains(moved.slug());
          case PermalinkTarget.InEarlierVersion inEarlierVersion ->
              archive
                  .findVersion(id, inEarlierVersion.version().sha256())
                  .orElseThrow()
                  .disclosure()
                  .sections()
                  .stream()
                  .anyMatch(s -> s.path().equals(inEarlierVersion.path()));
        };
    assertThat(there).as("%s/%s leads to %s", id, slug, destination).isTrue();
  }
}

package org.mingzhang.structure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.structure.metadata.UnitCoverReader;

/**
 * Splits a volume, which contains the accounts of several bodies one after the other, into one
 * disclosure for each body. A part begins with a cover (某县审计局2024年度部门决算) or with a first part (第一部分
 * 某县审计局概况) of another body than the part before. Thread-safe.
 */
public final class VolumeSplitter {
  /** Minimum number of sections of the accounts of a body; a mere list of titles has fewer. */
  private static final int MIN_SECTIONS = 3;

  /** Maximum number of paragraphs at the end of a section that may be the cover of the next. */
  private static final int MAX_COVER_PARAGRAPHS = 4;

  private static final int MAX_COVER_LINES = 3;

  private static final String SIDECAR_RULE = "sidecar";

  /** Created when first used: it waits for the gazetteer, which is loaded in the background. */
  private static final class LazyCovers {
    static final UnitCoverReader READER = new UnitCoverReader();
  }

  /**
   * The disclosures of the bodies in reading order, each with its agency; the given disclosure as
   * the only one if it is not a volume. Sections and tables keep their paths and indices: a part
   * has the sections of its body, and the tables of the others without header and rows. Indicators,
   * facts and findings are those of the given disclosure.
   */
  public List<Disclosure> split(Disclosure disclosure) {
    List<BodySections> parts = findParts(disclosure);
    Set<String> bodies = new HashSet<>();
    for (BodySections part : parts) {
      if (part.sections.size() >= MIN_SECTIONS && part.agency != null) {
        bodies.add(part.agency);
      }
    }
    return bodies.size() < 2
        ? List.of(disclosure)
        : parts.stream().map(part -> part.toDisclosure(disclosure)).toList();
  }

  /**
   * The metadata of a volume: without agency and its type, unless the sidecar states the agency,
   * and with a title that does not name the first body only.
   *
   * @param parts the disclosures of its bodies
   */
  public static DocumentMetadata describeVolume(DocumentMetadata metadata, List<Disclosure> parts) {
    boolean stated =
        metadata.evidence().stream()
            .anyMatch(e -> e.rule().equals(SIDECAR_RULE) && e.field().equals("agency"));
    if (stated) {
      return metadata;
    }
    String title = metadata.title();
    String agency = metadata.agency();
    String region = metadata.region() == null ? "" : metadata.region().path().getLast();
    String volume =
        title == null || agency == null || !title.contains(agency)
            ? null
            : title.replace(agency, region);
    long bodies = parts.stream().map(p -> p.metadata().agency()).distinct().count();
    return new DocumentMetadata(
        volume == null ? title : volume + "汇编（" + bodies + "个单位）",
        volume != null || metadata.titleComposed(),
        null,
        metadata.region(),
        metadata.year(),
        metadata.category(),
        null,
        metadata.evidence().stream()
            .filter(e -> !e.field().equals("agency") && !e.field().equals("agencyType"))
            .toList());
  }

  private List<BodySections> findParts(Disclosure disclosure) {
    List<BodySections> parts = new ArrayList<>();
    parts.add(new BodySections(null));
    Section before = null;
    for (Section section : disclosure.sections()) {
      String body = readCover(section, before);
      BodySections current = parts.getLast();
      if (body != null && current.agency == null) {
        String first = disclosure.metadata().agency();
        boolean later = first != null && current.sections.size() >= MIN_SECTIONS;
        current.agency = later ? first : body;
      }
      if (body != null && isOtherBody(body, current.agency)) {
        current.removeCoverAtEnd(this);
        current = new BodySections(body);
        parts.add(current);
      }
      current.sections.add(section);
      before = section;
    }
    return parts;
  }

  private @Nullable String readCover(Section section, @Nullable Section before) {
    if (section.isListItem() || section.level() > 1) {
      return null;
    }
    return LazyCovers.READER
        .read(section.heading())
        .or(() -> before == null ? Optional.empty() : readCoverAtEnd(before))
        .orElse(null);
  }

  private Optional<String> readCoverAtEnd(Section before) {
    return Optional.ofNullable(findCoverAtEnd(before)).map(CoverAtEnd::agency);
  }

  /**
   * A cover in the last paragraphs of a section, on one to three lines.
   *
   * @param partIndex index of its first paragraph in the body of the section
   */
  private record CoverAtEnd(int partIndex, String agency) {}

  private @Nullable CoverAtEnd findCoverAtEnd(Section before) {
    int first = Math.max(0, before.body().size() - MAX_COVER_PARAGRAPHS);
    List<String> lines =
        before.body().stream()
            .skip(first)
            .map(part -> part instanceof Section.Paragraph ? part.text() : "")
            .toList();
    for (int from = 0; from < lines.size(); from++) {
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < Math.min(lines.size(), from + MAX_COVER_LINES); to++) {
        joined.append(lines.get(to));
        Optional<String> body = LazyCovers.READER.read(joined.toString());
        if (body.isPresent()) {
          return new CoverAtEnd(first + from, body.get());
        }
      }
    }
    return null;
  }

  private static boolean isOtherBody(String body, @Nullable String current) {
    return current != null && !body.contains(current) && !current.contains(body);
  }

  /** The sections of one body. */
  private static final class BodySections {
    private @Nullable String agency;
    private final List<Section> sections = new ArrayList<>();

    BodySections(@Nullable String agency) {
      this.agency = agency;
    }

    /** Removes the cover of the next body from the end of the last section. */
    void removeCoverAtEnd(VolumeSplitter splitter) {
      Section last = sections.isEmpty() ? null : sections.getLast();
      CoverAtEnd cover = last == null ? null : splitter.findCoverAtEnd(last);
      if (last != null && cover != null) {
        sections.set(sections.size() - 1, last.withBody(last.body().subList(0, cover.partIndex())));
      }
    }

    Disclosure toDisclosure(Disclosure volume) {
      Set<String> own = new HashSet<>();
      sections.forEach(section -> own.add(section.path()));
      DocumentMetadata all = volume.metadata();
      DocumentMetadata metadata =
          new DocumentMetadata(
              all.title(),
              all.titleComposed(),
              agency,
              all.region(),
              all.year(),
              all.category(),
              all.agencyType(),
              all.evidence());
      return new Disclosure(
          volume.source(),
          metadata,
          sections,
          volume.tables().stream()
              .map(table -> own.contains(table.sectionPath()) ? table : withoutRows(table))
              .toList(),
          volume.indicators(),
          List.of(),
          List.of(),
          volume.warnings());
    }

    private static TableData withoutRows(TableData table) {
      return new TableData("", "", null, table.page(), List.of(), List.of(), List.of());
    }
  }
}

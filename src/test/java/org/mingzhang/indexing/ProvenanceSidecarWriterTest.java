package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.Provenance;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.structure.metadata.PublishingSiteSection;
import org.mingzhang.structure.metadata.SidecarReader;

class ProvenanceSidecarWriterTest {
  private static final String URL = "http://www.example.gov.cn/a.pdf";

  @TempDir Path folder;

  private Archive archive(@Nullable String region, @Nullable String agency) {
    Archive archive = Archive.open(folder.resolve("archive"));
    Instant now = Instant.parse("2026-03-02T01:00:00Z");
    Provenance seen =
        new Provenance(
            URL, "s", null, null, null, now, now, null, null, null, null, null, region, agency);
    archive.frontier().recordObservedDocument(new VisitRecord.ObservedDocument(seen, null), now);
    return archive;
  }

  private Path laid() throws Exception {
    Path own = Files.createDirectories(folder.resolve("reading"));
    return Files.writeString(own.resolve("a.pdf"), "%PDF");
  }

  @Test
  void what_a_source_states_lies_beside_the_file_and_cannot_break_out_of_its_line()
      throws Exception {
    try (Archive archive = archive("350200", "厦门市\"财政\n局\\")) {
      Path file = laid();
      ProvenanceSidecarWriter.write(file, archive, URL);
      assertThat(SidecarReader.read(file).siteSection())
          .isEqualTo(new PublishingSiteSection("350200", "厦门市 财政 局"));
    }
  }

  @Test
  void where_nothing_is_stated_nothing_lies_there() throws Exception {
    try (Archive archive = archive(null, null)) {
      Path file = laid();
      ProvenanceSidecarWriter.write(file, archive, URL);
      ProvenanceSidecarWriter.write(file, archive, null);
      ProvenanceSidecarWriter.write(file, archive, "http://other.test/");
      assertThat(file.resolveSibling(SidecarReader.SITE_SECTION_FILE)).doesNotExist();
    }
  }

  @Test
  void a_document_of_that_very_name_is_not_written_over() throws Exception {
    try (Archive archive = archive("350200", null)) {
      Path own = Files.createDirectories(folder.resolve("reading"));
      Path file = Files.writeString(own.resolve(SidecarReader.SITE_SECTION_FILE), "kept");
      ProvenanceSidecarWriter.write(file, archive, URL);
      assertThat(file).hasContent("kept");
    }
  }
}

package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.DocumentMetadata;

/** Tests that the site section in which a document was found counts as much as its cover. */
class PublishingSiteSectionTest {
  private static DocumentMetadata read(
      @Nullable String region, @Nullable String agency, String... lines) {
    PublishingSiteSection column = new PublishingSiteSection(region, agency);
    return new MetadataReader()
        .read(
            Documents.extraction("document.pdf", lines),
            List.of(),
            new Sidecar(null, null, null, null, null, null, column));
  }

  @Test
  void the_site_section_gives_the_agency_and_region_that_the_document_lacks() {
    DocumentMetadata said = read("350200", "厦门市财政局", "2023年度部门决算", "一、收入支出情况");
    assertThat(Documents.values(said)).isEqualTo(List.of("厦门市财政局", "福建省/厦门市", "2023", "部门决算"));
    assertThat(said.evidence())
        .anyMatch(e -> e.field().equals("agency") && e.rule().equals("column"));
    assertThat(Documents.values(read(null, null, "2023年度部门决算", "一、收入支出情况")))
        .isEqualTo(List.of("-", "-", "2023", "部门决算"));
  }

  @Test
  void the_site_section_decides_among_places_of_one_name() {
    String[] cover = {"市中区教育局2023年度部门决算", "一、收入支出情况"};
    assertThat(Documents.values(read(null, null, cover)).get(1)).isEqualTo("-");
    assertThat(Documents.values(read("370100", null, cover)).get(1)).isEqualTo("山东省/济南市/市中区");
    assertThat(Documents.values(read("511100", null, cover)).get(1)).isEqualTo("四川省/乐山市/市中区");
  }

  @Test
  void the_site_section_does_not_override_the_document() {
    assertThat(Documents.values(read("350200", "厦门市财政局", "武汉市汉阳区总工会2023年度部门决算", "一、收入支出情况")))
        .isEqualTo(List.of("武汉市汉阳区总工会", "湖北省/武汉市/汉阳区", "2023", "部门决算"));
  }

  @Test
  void the_site_section_is_read_from_its_own_file_without_invalid_values(@TempDir Path folder)
      throws Exception {
    Path column = folder.resolve(SidecarReader.SITE_SECTION_FILE);
    Files.writeString(column, "region: \"350200\"\nagency: \"厦门市财政局\"\n");
    assertThat(SidecarReader.read(folder.resolve("a.pdf")).siteSection())
        .isEqualTo(new PublishingSiteSection("350200", "厦门市财政局"));
    Files.writeString(column, "region: \"999999\"\n");
    assertThat(SidecarReader.read(folder.resolve("a.pdf")).siteSection())
        .isEqualTo(PublishingSiteSection.UNKNOWN);
  }
}

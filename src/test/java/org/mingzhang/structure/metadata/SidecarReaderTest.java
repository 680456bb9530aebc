package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.DocumentMetadata;

class SidecarReaderTest {
  @TempDir Path folder;

  @Test
  void a_file_without_sidecar_has_nothing_stated() throws IOException {
    assertThat(SidecarReader.read(folder.resolve("a.pdf"))).isEqualTo(Sidecar.none());
  }

  @Test
  void nearer_files_take_precedence_key_by_key() throws IOException {
    write(
        "_metadata.yaml",
        """
        defaults:
          region: 湖北省/武汉市/汉阳区
          year: 2022
          category: 部门决算
        files:
          a.pdf:
            year: 2023
            agency: 甲局
        """);
    write("a.yaml", "agency: 乙局\nurl: https://example.org/a.pdf\n");
    write("a.pdf.yaml", "title: 某年某表\n");

    assertThat(SidecarReader.read(folder.resolve("a.pdf")))
        .isEqualTo(
            new Sidecar("某年某表", "乙局", "湖北省/武汉市/汉阳区", 2023, "部门决算", "https://example.org/a.pdf"));
    assertThat(SidecarReader.read(folder.resolve("b.pdf")))
        .isEqualTo(new Sidecar(null, null, "湖北省/武汉市/汉阳区", 2022, "部门决算", null));
  }

  @Test
  void a_sidecar_that_is_a_symbolic_link_is_not_read() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "password: 1\n");
    Files.createSymbolicLink(folder.resolve("_metadata.yaml"), secret);
    Files.createSymbolicLink(folder.resolve("a.pdf.yaml"), secret);
    assertThat(SidecarReader.read(folder.resolve("a.pdf"))).isEqualTo(Sidecar.none());
  }

  @TestFactory
  Stream<DynamicTest> bad_sidecars_are_refused_by_key_and_value() {
    return Map.of(
            "year: 24\n", List.of("year", "24", "1990"),
            "year: '2024'\n", List.of("year", "2024"),
            "category: 年报\n", List.of("category", "年报", "部门决算"),
            "region: 无此省/无此市\n", List.of("region", "无此省", "GB/T 2260"),
            "region: 999999\n", List.of("region", "999999"),
            "url: javascript:alert(1)\n", List.of("url", "http://"),
            "titel: 甲\n", List.of("unknown key titel", "title"),
            "title: [a, b]\n", List.of("title", "text"),
            "title: 甲\ntitle: 乙\n", List.of("not valid YAML"),
            "x: !!java.net.URL [http://localhost/]\n", List.of("not valid YAML"))
        .entrySet()
        .stream()
        .map(
            bad ->
                DynamicTest.dynamicTest(
                    bad.getKey().strip(),
                    () -> {
                      Path folder = Files.createTempDirectory("sidecar");
                      Files.writeString(folder.resolve("a.yaml"), bad.getKey());
                      assertThatThrownBy(() -> SidecarReader.read(folder.resolve("a.pdf")))
                          .isInstanceOf(SidecarException.class)
                          .hasMessageContainingAll("a.yaml")
                          .hasMessageNotContaining(folder.toString())
                          .hasMessageContainingAll(bad.getValue().toArray(String[]::new));
                    }));
  }

  @Test
  void stated_values_take_precedence_over_printed_ones() {
    Sidecar stated = new Sidecar("编者所定题名", "某委", "420105", 2020, "单位预算", null);
    DocumentMetadata read =
        new MetadataReader()
            .read(Documents.extraction("x.pdf", "北京市海淀区民政局2024年度部门决算"), List.of(), stated);
    assertThat(read.title()).isEqualTo("编者所定题名");
    assertThat(Documents.values(read)).containsExactly("某委", "湖北省/武汉市/汉阳区", "2020", "单位预算");
    assertThat(read.evidence())
        .filteredOn(e -> e.field().equals("year"))
        .allMatch(e -> e.rule().equals("sidecar"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

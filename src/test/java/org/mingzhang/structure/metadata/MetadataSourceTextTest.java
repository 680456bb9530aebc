package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataSourceTextTest {
  @Test
  void of_a_very_long_text_only_the_beginning_is_searched() {
    String half = "文".repeat(999_990);
    MetadataSourceText text =
        MetadataSourceText.read(
            Documents.extraction("a.txt", half, half, "样例局", "超出部分".repeat(9)),
            List.of(),
            Sidecar.none().siteSection());
    assertThat(text.lines()).hasSize(3);
    assertThat(text.lines().getLast().text()).isEqualTo("样例局");
  }
}

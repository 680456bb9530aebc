package org.mingzhang.extract.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.junit.jupiter.api.Test;

class DocNumberingTest {
  /** An override of the start of a level ([MS-DOC] 2.9.132). */
  private static ListFormatOverrideLevel startAt(int level, int start) {
    byte[] bytes =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(start)
            .putInt(level | 0x10)
            .array();
    return new ListFormatOverrideLevel(bytes, 0);
  }

  @Test
  void an_override_belongs_to_the_level_that_it_states() {
    ListFormatOverrideLevel[] overrides = {startAt(2, 7), startAt(0, 3)};
    assertThat(start(overrides, 2)).isEqualTo(7);
    assertThat(start(overrides, 0)).isEqualTo(3);
    assertThat(DocNumbering.findOverride(overrides, 1)).isNull();
  }

  private static int start(ListFormatOverrideLevel[] overrides, int level) {
    return Objects.requireNonNull(DocNumbering.findOverride(overrides, level)).getIStartAt();
  }
}

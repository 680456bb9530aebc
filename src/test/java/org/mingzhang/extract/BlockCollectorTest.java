package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/** Tests the character limit of a collector. */
class BlockCollectorTest {
  private static BlockCollector limited(int characters) {
    return new BlockCollector(
        new ExtractionLimits(1 << 20, characters, 10, 3, 2, Duration.ofSeconds(10), false));
  }

  private static List<String> texts(BlockCollector list) {
    return list.blocks().stream().map(TextBlock.class::cast).map(TextBlock::text).toList();
  }

  @Test
  void a_paragraph_longer_than_the_limit_is_cut_with_a_warning() {
    BlockCollector list = limited(20);
    list.addParagraph("一二三四五六七八九十".repeat(5), 0, false);
    assertThat(texts(list)).containsExactly("一二三四五六七八九十".repeat(2));
    list.addParagraph("后面", 0, false);
    List<Block> before = list.blocks();
    assertThat(before).hasSize(1);
    assertThat(list.isFull()).isTrue();
    assertThat(list.warnings())
        .containsExactly("Only the first 20 characters of the text were read.");
  }

  @Test
  void text_within_the_limit_is_kept_and_no_surrogate_pair_is_split() {
    BlockCollector list = limited(10);
    list.addLine("一二三四五");
    assertThat(list.warnings()).isEmpty();
    list.addLine("六七八九\uD840\uDC00十");
    assertThat(texts(list)).containsExactly("一二三四五", "六七八九");
    assertThat(list.warnings()).hasSize(1);
  }
}

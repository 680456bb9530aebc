package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

class CopiedTableShapeTest {
  private static final List<Block> BLOCKS =
      List.of(
          TextBlock.line(1, "收入表"),
          new TableBlock(
              1,
              3,
              3,
              List.of(
                  new TableBlock.Cell(0, 0, 1, 1, "项目"),
                  new TableBlock.Cell(0, 1, 1, 1, "预算"),
                  new TableBlock.Cell(0, 2, 1, 1, "决\n算"),
                  new TableBlock.Cell(1, 0, 1, 1, "财政拨款"),
                  new TableBlock.Cell(1, 2, 1, 1, "12.5"),
                  new TableBlock.Cell(2, 0, 1, 1, "合计"),
                  new TableBlock.Cell(2, 1, 1, 1, "7"),
                  new TableBlock.Cell(2, 2, 1, 1, "12.5"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "CELL_PER_LINE = 项目/预算/决算/财政拨款/12.5/合计/7/12.5/",
        "SPACED        = 项目 预算 决算/财政拨款 12.5/合计 7 12.5/",
        "BARRED        = 项目 | 预算 | 决算/财政拨款 |  | 12.5/合计 | 7 | 12.5/",
        "ALIGNED       = 项目      预算  决算/财政拨款        12.5/合计      7     12.5/"
      })
  void a_table_is_written_as_it_is_copied(CopiedTableShape shape, String lines) {
    assertThat(shape.write(BLOCKS)).isEqualTo("收入表\n" + lines.replace('/', '\n'));
  }
}

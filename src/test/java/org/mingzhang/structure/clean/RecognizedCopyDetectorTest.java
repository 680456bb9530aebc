package org.mingzhang.structure.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

class RecognizedCopyDetectorTest {
  private static final SourceDocument TEXT =
      new SourceDocument("a.txt", "0".repeat(64), "text/plain", 1, 1, null);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "年度资金总额 36.OO 36.OO 35.2O, true",
    "巡查次数 >9O次 9O次 1O, true",
    "2O2 公共 7O.5O 1O.O3, true",
    "O.5O万元、O.6O万元、O.7O万元, true",
    "年度资金总额 36.OO 36.00 35.20, false",
    "办公OA系统 3套 4套 5套, false",
    "CO2排放 H2O消耗 PO4含量 F2O4, false",
    "100 200 300, false"
  })
  void letters_in_place_of_zeros_show_recognized_text(String text, boolean recognized) {
    List<Block> line = List.of(TextBlock.line(1, text));
    List<Block> cell =
        List.of(new TableBlock(1, 1, 1, List.of(new TableBlock.Cell(0, 0, 1, 1, text))));
    assertThat(RecognizedCopyDetector.markRecognized(TEXT, line).ocr() != null)
        .isEqualTo(recognized);
    assertThat(RecognizedCopyDetector.markRecognized(TEXT, cell).ocr() != null)
        .isEqualTo(recognized);
  }

  @Test
  void known_recognition_is_kept() {
    SourceDocument scan = TEXT.withOcr(new SourceDocument.Ocr("tesseract", 91, 1));
    List<Block> line = List.of(TextBlock.line(1, "36.OO 36.OO 35.2O"));
    assertThat(RecognizedCopyDetector.markRecognized(scan, line)).isSameAs(scan);
  }
}

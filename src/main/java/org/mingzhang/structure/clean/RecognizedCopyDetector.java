package org.mingzhang.structure.clean;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.model.Block;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * Detects text that was copied from the output of optical character recognition: several of its
 * numbers contain the letter O in place of a zero. Other characters of such a text are then
 * doubtful as well, among them signs that became digits (≥98% as 298%). Stateless.
 */
public final class RecognizedCopyDetector {
  /**
   * Minimum number of numbers with the letter O in a recognized text; one or two may be typing
   * errors.
   */
  private static final int MIN_NUMBERS_WITH_LETTER_O = 3;

  /** A number with O for zero: 1O5, 12O, O.5. Another letter beside it would make it a code. */
  private static final Pattern NUMBER_WITH_LETTER_O =
      Pattern.compile("(?<![\\w.])(?=\\d[\\d,.]*[Oo]|[Oo]\\.\\d)[\\dOo][\\dOo,.]*(?![A-Za-z\\d])");

  private RecognizedCopyDetector() {}

  /**
   * The source as text recognized by an unknown program if the blocks show it; the source itself if
   * not, or if it is known to be recognized.
   */
  public static SourceDocument markRecognized(SourceDocument source, List<Block> blocks) {
    return source.ocr() == null && isRecognized(blocks)
        ? source.withOcr(SourceDocument.Ocr.ofUnknownProgram(source.pages()))
        : source;
  }

  private static boolean isRecognized(List<Block> blocks) {
    int slips = 0;
    for (Block block : blocks) {
      for (String text : textsOf(block).toList()) {
        if (text.indexOf('O') >= 0 || text.indexOf('o') >= 0) {
          for (Matcher slip = NUMBER_WITH_LETTER_O.matcher(text); slip.find(); ) {
            slips++;
          }
        }
      }
      if (slips >= MIN_NUMBERS_WITH_LETTER_O) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> textsOf(Block block) {
    return switch (block) {
      case TextBlock text -> Stream.of(text.text());
      case TableBlock table -> table.cells().stream().map(TableBlock.Cell::text);
    };
  }
}

package org.mingzhang.extract;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/** Blocks as readable lines, for comparing formats in tests and by eye. */
public final class BlockDump {
  private BlockDump() {}

  /** Prints the blocks of each of the files whose paths are the arguments. */
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String arg : args) {
      for (ExtractionResult result :
          new Extractor(ExtractionLimits.standard()).extract(Path.of(arg))) {
        switch (result) {
          case ExtractionResult.RefusedExtraction r -> out.println(r);
          case ExtractionResult.SuccessfulExtraction e -> {
            out.println(e.extraction().source() + " " + e.extraction().properties());
            lines(e.extraction().blocks()).forEach(out::println);
            e.extraction().warnings().forEach(out::println);
          }
        }
      }
    }
  }

  /** One line for each text block or table row. */
  public static List<String> lines(List<Block> blocks) {
    return blocks.stream().flatMap(b -> toLine(b).lines()).toList();
  }

  private static String toLine(Block block) {
    return switch (block) {
      case TextBlock t ->
          "p"
              + t.page()
              + " "
              + t.kind().name().charAt(0)
              + t.outlineLevel()
              + (t.isContentsEntry() ? "C " : " ")
              + t.text();
      case TableBlock t ->
          "p"
              + t.page()
              + " table "
              + t.rows()
              + "×"
              + t.columns()
              + "\n"
              + t.cells().stream()
                  .map(
                      c ->
                          "  "
                              + c.row()
                              + ","
                              + c.column()
                              + (c.rowSpan() * c.columnSpan() > 1
                                  ? " " + c.rowSpan() + "×" + c.columnSpan()
                                  : "")
                              + " "
                              + c.text().replace("\n", "⏎"))
                  .collect(Collectors.joining("\n"));
    };
  }
}

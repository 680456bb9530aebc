package org.mingzhang.extract.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.extract.BlockList;
import org.mingzhang.extract.Characters;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.TableGrid;

/**
 * Reads plain text: each line is a visual line, since nothing says whether it is a paragraph too.
 * Runs of lines with tabs inside are tables, form feeds are page breaks. Safe on many threads.
 */
public final class PlainTextReader implements FormatReader {
  /** Marks that converters from Word to text leave in place of bookmarks. */
  private static final Pattern BOOKMARK = Pattern.compile("\\[bookmark: [^\\]\\n]{0,80}\\]");

  @Override
  public Set<String> mediaTypes() {
    return Set.of("text/plain");
  }

  @Override
  public Content read(Path file, String mediaType, ExtractionLimits limits) throws IOException {
    BlockList blocks = new BlockList(limits);
    String text = TextEncoding.decode(Files.readAllBytes(file));
    List<String> run = new ArrayList<>();
    for (String raw : text.split("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]", -1)) {
      String line = BOOKMARK.matcher(raw).replaceAll("");
      int feed = line.indexOf('\f');
      for (; feed >= 0; feed = line.indexOf('\f')) {
        add(line.substring(0, feed), run, blocks);
        flush(run, blocks);
        blocks.breakPage();
        line = line.substring(feed + 1);
      }
      add(line, run, blocks);
    }
    flush(run, blocks);
    return new Content(blocks.blocks(), blocks.page(), null, Map.of(), blocks.warnings());
  }

  private static void add(String line, List<String> run, BlockList blocks) {
    if (isRow(line)) {
      run.add(line);
    } else {
      flush(run, blocks);
      blocks.line(line);
    }
  }

  /** A tab with something on the line: not before the first character alone, which is an indent. */
  private static boolean isRow(String line) {
    String[] cells = line.split("\t", -1);
    long filled = Arrays.stream(cells).filter(c -> !c.isBlank()).count();
    return (cells.length > 2 && filled > 0) || (cells.length == 2 && filled == 2);
  }

  /** A run of at least two rows of which two have two filled cells is a table. */
  private static void flush(List<String> run, BlockList blocks) {
    List<List<String>> rows =
        run.stream()
            .map(r -> Arrays.stream(r.split("\t", -1)).map(Characters::clean).toList())
            .toList();
    long filled =
        rows.stream().filter(r -> r.stream().filter(c -> !c.isEmpty()).count() > 1).count();
    if (rows.size() >= 2 && filled >= 2) {
      TableGrid grid = new TableGrid();
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          grid.put(r, c, 1, 1, rows.get(r).get(c));
        }
      }
      blocks.table(grid, blocks.page());
    } else {
      run.forEach(blocks::line);
    }
    run.clear();
  }
}

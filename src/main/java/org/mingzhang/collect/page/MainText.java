package org.mingzhang.collect.page;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.html.ElementRemover;
import org.mingzhang.extract.html.HtmlReader;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.Sha256;

/**
 * The main text of a page, without the boilerplate of its site. Changes of a page are detected by
 * it.
 *
 * @param text one line for each paragraph and table
 */
public record MainText(String text) {
  private static final Pattern VIEW_COUNTER =
      Pattern.compile("(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]?\\d*次?");

  /** Extracts the main text of a page. */
  public static MainText extract(Document page) throws IOException {
    Document copy = page.clone();
    ElementRemover.removeAll(copy.select("script, style, noscript"));
    SiteBoilerplateDetector.remove(copy.body());
    return new MainText(
        HtmlReader.read(copy, ExtractionLimits.standard()).blocks().stream()
            .map(MainText::text)
            .collect(Collectors.joining("\n")));
  }

  private static String text(Block block) {
    return switch (block) {
      case TextBlock paragraph -> paragraph.text();
      case TableBlock table ->
          table.cells().stream().map(TableBlock.Cell::text).collect(Collectors.joining(" "));
    };
  }

  /** SHA-256, in lower-case hexadecimal, of the text without white space and view counters. */
  public String contentDigest() {
    return Sha256.hash(VIEW_COUNTER.matcher(text.replaceAll("\\s+", "")).replaceAll(""));
  }
}

package org.mingzhang.collect.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.html.ElementRemoval;
import org.mingzhang.extract.html.HtmlReader;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * The text of a page without what its site puts around it, by which two states of a page are
 * compared.
 *
 * @param text its paragraphs and cells, a line each
 */
public record MainText(String text) {
  private static final Pattern COUNTER = Pattern.compile("(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]?\\d*次?");

  /** The text of a page. */
  public static MainText of(Document page) throws IOException {
    Document copy = page.clone();
    ElementRemoval.removeAll(copy.select("script, style, noscript"));
    SiteBoilerplate.remove(copy.body());
    return new MainText(
        HtmlReader.read(copy, ExtractionLimits.standard()).blocks().stream()
            .map(MainText::printed)
            .collect(Collectors.joining("\n")));
  }

  private static String printed(Block block) {
    return switch (block) {
      case TextBlock paragraph -> paragraph.text();
      case TableBlock table ->
          table.cells().stream().map(TableBlock.Cell::text).collect(Collectors.joining(" "));
    };
  }

  /** Digest of the text, blind to white space and to how often the page was looked at. */
  public String digest() {
    try {
      String plain = COUNTER.matcher(text.replaceAll("\\s+", "")).replaceAll("");
      byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
